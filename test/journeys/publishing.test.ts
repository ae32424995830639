import { createHash, generateKeyPairSync } from 'node:crypto';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { agingExample, describeInPython, python } from '../../cli/commands/subgraph/testing/inPython.ts';
import {
  freePort,
  type OutsideProject,
  startOutsideProject,
} from '../../cli/commands/subgraph/testing/outsideProject.ts';
import { removeEmbeddedPostgres } from '../../cli/postgres/embeddedPostgres.ts';
import { at } from '../harness/answer.ts';
import { eventually } from '../harness/eventually.ts';
import { post } from '../harness/product/startProduct.ts';
import { type CommandResult, type RunningCommand, runCommand, startCommand } from '../harness/runCommand.ts';

const GRANDMOTHER = 'c7a1e5d2-4b38-4f96-a0d3-61e8f27b4a19';
const publisher = ['IDOA', 'SCHEMA_PUBLISHER', 'DATA_GOVERNANCE'] as const;
const officerOf = (agency: string) => [agency, 'DATA_OFFICER', 'DATA_GOVERNANCE'] as const;
const caseworker = ['DCFS', 'CASEWORKER', 'FOSTER_CARE_CASE'] as const;
type Who = readonly [agency: string, role: string, purpose: string];

describeInPython('an agency from a subgraph of its own to a field that another agency sees', () => {
  let directory: string;
  let aging: OutsideProject;
  let product: RunningCommand;
  let url: string;
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'person360-publishing-'));
    for (const name of ['aging.graphql', 'aging.yaml']) await copyFile(join(agingExample, name), join(directory, name));
    const port = await freePort();
    const options = ['--port', '0', '--persons', '50', '--no-console', '--workers', '2', '--data-dir', directory];
    // The first check takes seconds of a processor, which other tests use at the same time.
    product = startCommand(['start', ...options, '--system', `aging=http://127.0.0.1:${port}/graphql`], {
      PERSON360_REQUEST_TIMEOUT_MS: '60000',
    });
    url = /http\S+/.exec(await product.line(/^person360 ready at /))?.[0] ?? '';
    const jwksUrl = new URL('/.well-known/jwks.json', url).href;
    aging = await startOutsideProject(agingExample, python, ['main.py'], { port, jwksUrl });
  }, 180_000);
  afterAll(async () => {
    product?.process.kill('SIGTERM');
    await product?.ended;
    await aging?.stop();
    await removeEmbeddedPostgres(directory);
    await rm(directory, { recursive: true, force: true });
  }, 60_000);

  async function tokenOf([agency, role, purpose]: Who): Promise<string> {
    const key = `${agency} ${role}`;
    const known = tokens.get(key);
    if (known !== undefined) return known;
    const args = ['token', '--agency', agency, '--role', role, '--purpose', purpose, '--data-dir', directory];
    const token = (await runCommand(args)).stdout.trim();
    tokens.set(key, token);
    return token;
  }
  async function person360(who: Who, ...argv: readonly string[]): Promise<CommandResult> {
    const environment = { PERSON360_TOKEN: await tokenOf(who), PERSON360_URL: url };
    return await startCommand(argv, environment, directory).ended;
  }
  const publish = (...more: readonly string[]) =>
    person360(
      publisher,
      ...['subgraph', 'publish', 'aging', '--sdl', 'aging.graphql', '--datasets', 'aging.yaml'],
      ...['--person-key', 'agingClientId', '--routing-url', aging.url, ...more],
    );
  const care = async (fields: string) =>
    await post(url, await tokenOf(caseworker), {
      query: `{ person(id: "${GRANDMOTHER}") { communityCare { ${fields} } } }`,
    });
  /** Number of the publication that a command has just made. */
  const numberIn = ({ stderr }: CommandResult): string => /Publication (\d+)/.exec(stderr)?.[1] ?? stderr;

  async function approve(publication: string): Promise<void> {
    const own = await person360(publisher, 'subgraph', 'approve', publication, '--why', 'I wrote it myself.');
    expect([own.code, own.stderr]).toEqual([2, expect.stringContaining('FORBIDDEN')]);
    const why = 'Classes and laws are right.';
    const approved = await person360(officerOf('IDOA'), 'subgraph', 'approve', publication, '--why', why);
    expect([approved.code, approved.stderr]).toEqual([0, expect.stringMatching(/is in service with supergraph \d+/)]);
  }
  /** Waits until every gateway process serves what was published. */
  async function untilServed(fields: string, isServed: boolean): Promise<void> {
    await eventually(
      () => Promise.all(Array.from({ length: 8 }, () => care(fields))),
      (answers) => answers.every(({ codes }) => codes.includes('GRAPHQL_VALIDATION_FAILED') !== isServed),
    );
  }

  test('checks, publishes with a second person, links, requests, approves, and another agency sees it', async () => {
    const checked = await person360(
      publisher,
      ...['subgraph', 'check', 'aging', '--sdl', 'aging.graphql', '--datasets', 'aging.yaml'],
      ...['--person-key', 'agingClientId'],
    );
    expect([checked.code, checked.stderr]).toEqual([0, expect.stringContaining('The checks passed.')]);
    expect(checked.stdout).toMatch(/^aging\.(graphql|yaml):\d+:\d+: /m);
    expect((await care('status')).codes).toEqual(['GRAPHQL_VALIDATION_FAILED']);

    const published = await publish('--message', 'First publication');
    expect([published.code, published.stderr]).toEqual([0, expect.stringContaining('waits for a second person')]);
    await approve(numberIn(published));
    await untilServed('status', true);

    await writeFile(join(directory, 'links.csv'), `personId,number\n${GRANDMOTHER},A-1001\n`);
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    await writeFile(join(directory, 'private.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    await writeFile(join(directory, 'public.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
    const steward = ['DOIT', 'DATA_STEWARD', 'DATA_GOVERNANCE'] as const;
    const sign = ['identity', 'sign-crosswalk', 'links.csv', '--system', 'aging', '--key', 'private.pem'];
    expect((await person360(steward, ...sign, '--out', 'aging.crosswalk')).code).toBe(0);
    const imported = await person360(
      steward,
      ...['identity', 'import-crosswalk', 'aging.crosswalk', '--key', 'public.pem'],
      ...['--url', url, '--token', await tokenOf(steward)],
    );
    expect([imported.code, imported.stderr]).toEqual([0, expect.anything()]);

    const closed = await care('status services');
    expect([closed.codes, closed.data]).toEqual([['UNAUTHORIZED_FIELD_OR_TYPE'], { person: { communityCare: null } }]);
    expect(at(closed.errors, '0.extensions.reason')).toBe('NO_APPROVAL');

    const connection = async (who: Who) => ['--url', url, '--token', await tokenOf(who)];
    const asked = await person360(
      officerOf('DCFS'),
      ...['emou', 'request', 'aging.community', '--purpose', 'FOSTER_CARE_CASE', '--json'],
      ...['--why', 'Kinship placements with grandparents', '--legal-basis', '20 ILCS 505/5'],
      ...(await connection(officerOf('DCFS'))),
    );
    const request: string = JSON.parse(asked.stdout).requests[0].id;
    const decided = await person360(
      officerOf('IDOA'),
      ...['emou', 'approve', request, '--why', 'Needed for placements', ...(await connection(officerOf('IDOA')))],
    );
    expect([decided.code, decided.stderr]).toEqual([0, expect.anything()]);
    const shown = await eventually(
      () => care('status services'),
      ({ codes }) => codes.length === 0,
    );
    expect(shown.data).toMatchObject({ person: { communityCare: { status: expect.any(String) } } });
  }, 300_000);

  test('a change that breaks a client is stopped and names it; one that opens more waits, and is rolled back', async () => {
    const body = 'query Care($id: ID!) { person(id: $id) { communityCare { services } } }';
    const hash = createHash('sha256').update(body).digest('hex');
    await writeFile(join(directory, 'manifest.json'), JSON.stringify({ [hash]: body }));
    const documents = ['documents', 'publish', 'manifest.json', '--client', 'field-visits', '--version', '1.0.0'];
    const trusted = await person360(['DOIT', 'SCHEMA_PUBLISHER', 'DATA_GOVERNANCE'], ...documents);
    expect([trusted.code, trusted.stderr]).toEqual([0, expect.anything()]);

    const sdl = await readFile(join(agingExample, 'aging.graphql'), 'utf8');
    const without = sdl.replace(/ {2}"Services that were authorized[^\n]*\n {2}services:[^\n]*\n/, '');
    expect(without.length).toBeLessThan(sdl.length);
    await writeFile(join(directory, 'aging.graphql'), without);
    const breaking = await publish('--message', 'Services are gone');
    expect([breaking.code, breaking.stderr]).toEqual([1, expect.stringContaining('The checks stopped')]);
    expect(breaking.stdout).toMatch(/error .*CommunityCare\.services/);
    expect(breaking.stdout).toContain('field-visits');
    expect((await care('services')).codes).toEqual([]);
    const why = ['--why', 'The client was told.'];
    const unknown = await person360(publisher, 'subgraph', 'accept', 'aging', 'services', ...why);
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('Give the fingerprint of a finding')]);
    let accepted = breaking;
    // Accepted for the clients that were named: one that gateways report meanwhile has to be accepted, too.
    for (let tries = 0; tries < 3 && accepted.code === 1; tries++) {
      const fingerprint = /error .*CommunityCare\.services.*\(to accept it: (\w+)\)/.exec(accepted.stdout)?.[1] ?? '';
      expect((await person360(publisher, 'subgraph', 'accept', 'aging', fingerprint, ...why)).code).toBe(0);
      accepted = await publish('--message', 'Services are gone');
    }
    expect([accepted.code, accepted.stderr]).toEqual([0, expect.stringContaining('waits for a second')]);
    expect((await person360(publisher, 'subgraph', 'reject', numberIn(accepted), ...why)).code).toBe(0);

    const more = '  "Day of the next visit."\n  nextVisit: Date\n  "Services that were authorized';
    await writeFile(join(directory, 'aging.graphql'), sdl.replace('  "Services that were authorized', more));
    const wider = await publish('--message', 'Day of the next visit');
    expect([wider.code, wider.stderr]).toEqual([
      0,
      expect.stringMatching(/A second person has to approve: [^\n]*DCFS/),
    ]);
    await approve(numberIn(wider));
    await untilServed('nextVisit', true);
    // An approval names the fields of its day: the new one is closed until somebody requests it.
    const newField = await eventually(
      () => care('nextVisit'),
      ({ codes }) => codes.includes('UNAUTHORIZED_FIELD_OR_TYPE'),
    );
    expect([newField.codes, newField.data]).toEqual([
      ['UNAUTHORIZED_FIELD_OR_TYPE'],
      { person: { communityCare: { nextVisit: null } } },
    ]);
    expect((await care('services')).codes).toEqual([]);

    const history = await person360(publisher, 'subgraph', 'history', 'aging', '--json');
    const publications = JSON.parse(history.stdout) as readonly { readonly number: number; readonly state: string }[];
    const first = publications.find(({ state }) => state === 'REPLACED');
    const back = await person360(publisher, 'subgraph', 'rollback', 'aging', '--to', String(first?.number));
    expect([back.code, back.stderr]).toEqual([0, expect.stringMatching(/is in service with supergraph \d+/)]);
    await untilServed('nextVisit', false);
    expect((await care('services')).codes).toEqual([]);
  }, 300_000);
});
