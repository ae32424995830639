import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { example } from '../../../cli/example.ts';
import { type JsonValue, openLedger, verifierKeyOf } from '../../../ledger/index.ts';
import { decodeEntryBundle } from '../../../ledger/tiles/entryBundle.ts';
import { manifestHash } from '../../../schema/ledger/disclosureManifest.ts';
import { at } from '../../harness/answer.ts';
import { idOf, type Product, startProduct } from '../../harness/product/startProduct.ts';
import {
  childProtection,
  energyAssistance,
  fosterCare,
  idhsOfficer,
  reentry,
  schoolSupport,
} from '../../harness/requesters.ts';
import { runCommand } from '../../harness/runCommand.ts';

export const ORIGINS = {
  emou: 'person360.local/emou',
  gateway: 'person360.local/gateway-1',
  registry: 'person360.local/registry',
};

let system: Product;
export let scratch: string;
export let folder: string;
export let approval: string;
export let revokedAt: Date;
/** A disclosure as the gateway recorded it, and its manifest. */
export let shown: { readonly record: Record<string, JsonValue>; readonly grounds: Buffer };

beforeAll(async () => {
  system = await startProduct();
  scratch = await mkdtemp(join(tmpdir(), 'person360-approvals-'));
  const answer = await system.ask(childProtection, 'query ($id: ID!) { person(id: $id) { id tanf { status } } }', {
    id: idOf('daughter'),
  });
  expect(at(answer.data, 'person.tanf.status')).toBe('ACTIVE');
  for (const who of [fosterCare, childProtection, schoolSupport, reentry, energyAssistance]) {
    await system.ask(who, example.query, example.variables);
  }
  const listed = await system.ask(
    childProtection,
    'query { approvals(dataset: "tanf.participation") { id requestingAgency purpose } }',
  );
  const approvals = at(listed.data, 'approvals') as readonly {
    id: string;
    requestingAgency: string;
    purpose: string;
  }[];
  const { agency, purpose } = childProtection;
  approval = approvals.find((each) => each.requestingAgency === agency && each.purpose === purpose)?.id ?? '';
  const revoked = await system.ask(
    idhsOfficer,
    `mutation ($id: ID!) { revokeApproval(input: { approvalId: $id, reason: "No longer needed for the case." }) {
       approval { revokedAt } } }`,
    { id: approval },
  );
  revokedAt = new Date(String(at(revoked.data, 'revokeApproval.approval.revokedAt')));
  folder = await exportAll();
  const bodies = await entriesOf(folder, ORIGINS.gateway);
  const grounds = bodies.find((body) => body.includes(approval) && body.includes('"kind":"grounds"'));
  if (grounds === undefined) throw new Error('The disclosure was not recorded.');
  const name = manifestHash(grounds).toString('base64url');
  const record = bodies.map((body) => JSON.parse(body.toString('utf8'))).find((each) => each.grounds === name);
  shown = { record, grounds };
}, 180_000);
afterAll(async () => {
  await system?.stop();
  await rm(scratch, { recursive: true, force: true });
});

async function exportAll(): Promise<string> {
  const out = await mkdtemp(join(scratch, 'export-'));
  const options = ['--format', 'tiles', '--all', '--out', out, '--data-dir', system.dataDirectory];
  const { code, stderr } = await runCommand(['audit', 'export', ...options]);
  if (code !== 0) throw new Error(stderr);
  return out;
}

const keyOf = (origin: string) => verifierKeyOf(origin, system.ledger.signingKey);

/** `person360 verify approvals` with the keys of these logs and those of the running system. */
export function verify(directory: string, origins: readonly string[] = [], ...more: readonly string[]) {
  const keys = [...Object.values(ORIGINS), ...origins].flatMap((origin) => ['--key', keyOf(origin)]);
  return runCommand(['verify', 'approvals', directory, ...keys, ...more]);
}

export const nameOf = (origin: string) => origin.replace('/', '_');

export async function bundleOf(directory: string, origin: string): Promise<string> {
  const entries = join(directory, nameOf(origin), 'tile', 'entries');
  const [file, ...others] = await readdir(entries, { recursive: true, withFileTypes: true }).then((found) =>
    found.filter((each) => each.isFile()),
  );
  if (file === undefined || others.length > 0) throw new Error(`${origin} has not one bundle.`);
  return join(file.parentPath, file.name);
}

export async function entriesOf(directory: string, origin: string): Promise<readonly Buffer[]> {
  return decodeEntryBundle(await readFile(await bundleOf(directory, origin))).bodies;
}

/** Appends as another gateway, or another register, would: with a login and a key of its own. */
export async function append(origin: string, kind: string, bodies: readonly (string | Buffer)[]): Promise<void> {
  const isRegister = kind === 'administration';
  const ledger = await openLedger({
    connectionString: isRegister ? system.ledger.registerUrl : system.ledger.writerUrl,
    ...{ origin, holder: origin, signingKey: system.ledger.signingKey, readsBack: isRegister },
  });
  await ledger.append(bodies.map((body) => ({ body, time: system.clock.now(), indexes: { kind } })));
  await ledger.close();
}

/** The export of all logs, without the logs of other tests. */
export async function exportOnly(...origins: readonly string[]): Promise<string> {
  const directory = await exportAll();
  const wanted = new Set([...Object.values(ORIGINS), ...origins].map(nameOf));
  for (const name of await readdir(directory)) {
    if (!wanted.has(name)) await rm(join(directory, name), { recursive: true });
  }
  return directory;
}
