import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { type GraphProduct, startProduct } from '../harness/product/startProduct.ts';
import { aging } from '../harness/requesters.ts';

const people = {
  name: 'people',
  sdl: `
    type Query { person(id: ID! @tag(name: "public")): Person @tag(name: "public") }
    type Person @key(fields: "id") {
      id: ID! @tag(name: "public")
      birthDate: String @policy(policies: [["people.births"]])
      snap: Snap @policy(policies: [["people.snap"]])
    }
    type Snap { status: String @policy(policies: [["people.snap"]]) }`,
  resolvers: {
    Query: {
      person: (_: unknown, { id }: { id: string }) => ({ id, birthDate: '1815-12-10', snap: { status: 'ACTIVE' } }),
    },
  },
};

/** Programs of other people: they have a tsconfig.json and packages of their own, so this project does not compile them. */
const recipes = (name: string) => import(`../../examples/clients/${name}.ts`);

/** The recipes of docs/clients.md, before a gateway that executes nothing but their document. */
describe('the recipes for front-end teams', () => {
  let folder: string;
  let product: GraphProduct;
  let text: string;
  let documentId: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'person360-recipes-'));
    text = await readFile('examples/clients/child.graphql', 'utf8');
    const hash = createHash('sha256').update(text).digest('hex');
    documentId = `sha256:${hash}`;
    const file = join(folder, 'documents.json');
    const clients = [{ client: 'casework', mode: 'require', manifests: [{ [hash]: text }] }];
    await writeFile(file, JSON.stringify({ clients }));
    product = await startProduct({ systems: [people], trustedDocuments: { file, defaultMode: 'require' } });
    product.approve(aging, 'people.births');
    // Waits for the approvals.
    await product.send(aging, { query: '{ __typename }' });
  }, 240_000);
  afterAll(async () => {
    await product?.stop();
    if (folder !== undefined) await rm(folder, { recursive: true });
  });
  const options = () => ({
    endpoint: product.url,
    token: product.token(aging),
    purpose: aging.purpose,
    client: 'casework',
  });
  const shown = { person: { id: 'p-1', birthDate: '1815-12-10', snap: null } };
  const closed = new Map([['person.snap', 'NO_APPROVAL']]);

  test('compile, and their document fits the schema', async () => {
    const schema = buildSchema(await readFile('schema/api.graphql', 'utf8'));
    expect(validate(schema, parse(text))).toEqual([]);
    const run = promisify(execFile)(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'examples/clients']);
    expect((await run).stdout).toBe('');
  }, 120_000);

  test('ask with fetch', async () => {
    const { fetchChild } = await recipes('fetchChild');
    expect(await fetchChild(options(), documentId, { id: 'p-1' })).toEqual({ data: shown, closed });
    await expect(fetchChild(options(), 'sha256:0', { id: 'p-1' })).rejects.toThrow(/^PERSISTED_QUERY_NOT_FOUND/);
  });

  test('ask with urql', async () => {
    const { askForChild, createUrqlClient } = await recipes('urqlChild');
    const hashed = (sha256Hash: string) => createUrqlClient({ ...options(), hashes: new Map([['Child', sha256Hash]]) });
    const { data, reasons } = await askForChild(hashed(documentId.slice('sha256:'.length)), text, { id: 'p-1' });
    expect([data, reasons]).toEqual([shown, closed]);
    await expect(askForChild(hashed('0'), text, { id: 'p-1' })).rejects.toThrow(/No document with this hash/);
  });
});
