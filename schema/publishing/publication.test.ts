import { expect, test } from '@jest/globals';
import { readDatasetCatalogue } from '../catalog/datasetCatalogue.ts';
import { datasetsDirectory, readSubgraphSchema } from '../files.ts';
import { Publication, publicationText } from './publication.ts';
import { catalogueOfServed, ServedSupergraph } from './servedSupergraph.ts';

const catalogue = readDatasetCatalogue(datasetsDirectory);
const snap = {
  subgraph: 'snap',
  sdl: readSubgraphSchema('snap'),
  datasets: catalogue.systems.find(({ system }) => system === 'snap'),
  routingUrl: 'http://127.0.0.1:4003/graphql',
  contact: 'snap-data@idhs.example',
};

test('the text of the digest does not depend on the order of members, and depends on every one of them', () => {
  const text = publicationText(Publication.parse(snap));
  const reversed = Object.fromEntries(Object.entries(snap).reverse());
  expect(publicationText(Publication.parse(reversed))).toBe(text);
  for (const change of [{ sdl: `${snap.sdl} ` }, { contact: 'x' }, { personKey: 'snapCaseNumber' }, { message: 'x' }])
    expect(publicationText(Publication.parse({ ...snap, ...change }))).not.toBe(text);
});

test.each(['__proto__', 'Snap', 'sn\u200bap', 'snap/../x', '', 'a'.repeat(41), 'ѕnap'])(
  'the name %j is refused',
  (subgraph) => {
    expect(Publication.safeParse({ ...snap, subgraph }).success).toBe(false);
  },
);

test('the datasets of a served supergraph are the catalog that its directory has', () => {
  const served = ServedSupergraph.parse({
    number: 1,
    sdl: 'x',
    datasets: catalogue.systems,
    routingUrls: {},
    personKeys: {},
  });
  expect(catalogueOfServed(served)).toEqual(catalogue);
});
