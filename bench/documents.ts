import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProduct } from '../test/harness/product/startProduct.ts';
import { aging } from '../test/harness/requesters.ts';
import { ada, benefits } from '../test/security/harness/benefits.ts';

/**
 * The same operation by its text and by its hash, in turns, before the same gateway: npm run bench:documents. The text
 * has the length of a page's document; most of it is a comment, so that both do the same work behind it.
 */
const ROUNDS = 20;
const REQUESTS = 200;
const text = `query Status($id: ID!) { person(id: $id) { name } }\n#${'-'.repeat(3_000)}`;
const hash = createHash('sha256').update(text).digest('hex');

const folder = await mkdtemp(join(tmpdir(), 'person360-bench-'));
const file = join(folder, 'documents.json');
await writeFile(
  file,
  JSON.stringify({ clients: [{ client: 'bench', mode: 'require', manifests: [{ [hash]: text }] }] }),
);
const product = await startProduct({ systems: benefits, trustedDocuments: { file, defaultMode: 'off' } });
const token = product.token(aging);

async function run(client: string, document: object): Promise<number> {
  const body = JSON.stringify({ ...document, variables: { id: ada } });
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
    'apollographql-client-name': client,
  };
  const begun = performance.now();
  for (let at = 0; at < REQUESTS; at++) {
    const response = await fetch(product.url, { method: 'POST', headers, body });
    if (!(await response.text()).includes('"Ada"')) throw new Error('The response is not the expected one.');
  }
  return (performance.now() - begun) / REQUESTS;
}

const variants = {
  'by text, mode off': () => run('somebody', { query: text }),
  'by text, mode require': () => run('bench', { query: text }),
  'by hash, mode require': () => run('bench', { documentId: `sha256:${hash}` }),
};
try {
  const times = new Map<string, number[]>();
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, measure] of Object.entries(variants)) {
      const ms = await measure();
      // The first round warms up.
      if (round > 0) times.set(name, [...(times.get(name) ?? []), ms]);
    }
  }
  for (const [name, all] of times) {
    const sorted = all.toSorted((one, other) => one - other);
    process.stdout.write(`${name}: ${sorted[Math.floor(sorted.length / 2)]?.toFixed(3)} ms (median of ${ROUNDS})\n`);
  }
} finally {
  await product.stop();
  await rm(folder, { recursive: true });
}
