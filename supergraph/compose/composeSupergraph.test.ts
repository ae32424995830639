import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { readDatasetCatalogue } from '../../schema/catalog/datasetCatalogue.ts';
import { datasetsDirectory, schemaDirectory } from '../../schema/files.ts';
import { readSupergraph } from '../read/readSupergraph.ts';
import { composeSupergraph } from './composeSupergraph.ts';
import { unlistedSchemas } from './unlistedSchemas.ts';

test('A syntax error in a schema is reported with its file, line and column.', () => {
  const sources = [
    { name: 'aging', url: 'http://127.0.0.1:1/', sdl: 'type Query {\n  homes: [String\n}' },
    { name: 'veterans', url: 'http://127.0.0.1:2/', sdl: 'type Query { homes: String }' },
  ];
  expect(composeSupergraph(sources, readDatasetCatalogue(datasetsDirectory))).toEqual({
    kind: 'refused',
    problems: [expect.stringMatching(/^aging\.graphql:3:1: Syntax Error/)],
  });
});

test('A schema file that belongs to no subgraph is found, so that it is not left out without a word.', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'person360-schemas-'));
  await cp(schemaDirectory, directory, { recursive: true });
  expect(unlistedSchemas(directory)).toEqual([]);
  await writeFile(join(directory, 'aging.graphql'), 'type Query { homes: String }');
  expect(unlistedSchemas(directory)).toEqual(['schema/aging.graphql']);
  await rm(directory, { recursive: true });
});

const federation = (...imports: readonly string[]) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ${JSON.stringify(['@key', ...imports])})`;

test.each([
  [
    'a value from the context',
    {
      index: `${federation('@context', '@fromContext')} type Query { person: Person }
        type Person @key(fields: "id") @context(name: "of") { id: ID! region: String! benefit: Benefit }
        type Benefit @key(fields: "id") { id: ID! amount(region: String @fromContext(field: "$of { region }")): Int }`,
    },
    'This gateway does not support @context and @fromContext. Use @requires or an argument of the field instead.',
  ],
  [
    'a field that moves to another subgraph by a label',
    {
      index: `${federation()} type Query { person: Person } type Person @key(fields: "id") { id: ID! zip: String }`,
      addresses: `${federation('@override')}
        type Person @key(fields: "id") { id: ID! zip: String @override(from: "index", label: "percent(50)") }`,
    },
    'This gateway does not support @override with a label (Person.zip). Use @override without a label once the new subgraph is to answer.',
  ],
])('%s is refused with one sentence, by compose and by the gateway.', (_, schemas, sentence) => {
  const sources = Object.entries(schemas).map(([name, sdl]) => ({ name, url: `http://127.0.0.1:1/${name}`, sdl }));
  expect(composeSupergraph(sources, readDatasetCatalogue(datasetsDirectory))).toEqual({
    kind: 'refused',
    problems: [sentence],
  });
  const composed = composeServices(sources.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })));
  if (composed.supergraphSdl === undefined) throw new Error(composed.errors?.join());
  const { supergraphSdl } = composed;
  expect(() => readSupergraph(supergraphSdl)).toThrow(sentence);
});
