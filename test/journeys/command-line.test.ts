import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { developmentKey } from '../../cli/local/developmentKeys.ts';
import { removeEmbeddedPostgres } from '../../cli/postgres/embeddedPostgres.ts';
import { demonstrationHousehold } from '../../population/demonstration/demonstrationHousehold.ts';
import { at } from '../harness/answer.ts';
import { post } from '../harness/product/startProduct.ts';
import { type RunningCommand, runCommand, startCommand } from '../harness/runCommand.ts';

let dataDirectory: string;
beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'person360-cli-'));
  // As a start leaves it.
  developmentKey(dataDirectory, 'issuer');
});
afterAll(async () => {
  await removeEmbeddedPostgres(dataDirectory);
  await rm(dataDirectory, { recursive: true, force: true });
});

const tokenFor = (...more: string[]) => runCommand(['token', '--data-dir', dataDirectory, ...more]);
const fosterCare = ['--agency', 'DCFS', '--role', 'CASEWORKER', '--purpose', 'FOSTER_CARE_CASE'];

describe('person360', () => {
  test.each([[[]], [['start']], [['token']], [['example']], [['compose']]])(
    '%j --help says what it does',
    async (command) => {
      const { code, stdout } = await runCommand([...command, '--help']);
      expect(code).toBe(0);
      expect(stdout).toMatch(/^Usage: person360/);
      expect(stdout).toContain('--help');
    },
    60_000,
  );

  test.each([
    [['nonsense']],
    [['start', '--port', 'x']],
    [['start', '--persons', '0']],
    [['token']],
    [['token', '--agency', 'DCFS']],
    [['example', '--xml']],
  ])(
    '%j fails with a word on what is wrong, not with a stack',
    async (command) => {
      const { code, stdout, stderr } = await runCommand(command);
      expect(code).toBe(1);
      expect(stdout).toBe('');
      expect(stderr).toMatch(/error: /);
      expect(stderr).not.toMatch(/ at .*\.(ts|js):\d+/);
    },
    60_000,
  );
});

describe('token', () => {
  test('prints the token and nothing else', async () => {
    const { code, stdout, stderr } = await tokenFor(...fosterCare, '--subject', 'dcfs.caseworker', '--expires', '2h');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const claims = jwt.decode(stdout.trim());
    expect(claims).toMatchObject({
      aud: 'person360',
      sub: 'dcfs.caseworker',
      agency: 'DCFS',
      roles: ['CASEWORKER'],
      purposes: ['FOSTER_CARE_CASE'],
    });
    expect(Number(at(claims, 'exp')) - Number(at(claims, 'iat'))).toBe(7_200);
  }, 30_000);

  test('is not made in production', async () => {
    const { code, stdout, stderr } = await runCommand(['token', '--data-dir', dataDirectory, ...fosterCare], {
      NODE_ENV: 'production',
    });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('production');
  }, 30_000);

  test.each([
    ['a purpose that nobody knows', ['--agency', 'DCFS', '--purpose', 'CURIOSITY']],
    ['a role that nobody knows', [...fosterCare, '--role', 'NOROLE']],
    ['an agency that did not sign', ['--agency', 'NSA', '--purpose', 'CHILD_PROTECTION']],
    ['a lifetime that is none', [...fosterCare, '--expires', 'forever']],
    ['a lifetime of nothing', [...fosterCare, '--expires', '0h']],
  ])(
    'refuses %s',
    async (_, options) => {
      const { code, stdout, stderr } = await tokenFor(...options);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr.length).toBeGreaterThan(10);
    },
    30_000,
  );
});

describe('example', () => {
  test('--json prints a body that can be posted unchanged, and the members of the household', async () => {
    const { code, stdout, stderr } = await runCommand(['example', '--json']);
    expect([code, stderr]).toEqual([0, '']);
    const example: unknown = JSON.parse(stdout);
    expect(example).toEqual({
      query: expect.stringContaining('household'),
      variables: { id: expect.any(String) },
      persons: demonstrationHousehold.persons.map(({ id, label }) => ({ id, label })),
    });
  }, 30_000);

  test('prints the same for people', async () => {
    const { stdout } = await runCommand(['example']);
    expect(stdout).toContain('query');
    for (const { id, label } of demonstrationHousehold.persons) expect(stdout).toMatch(new RegExp(`${id}.*${label}`));
  }, 30_000);
});

test('compose --check finds the committed supergraph current, run from its source as the README says', async () => {
  const program = fileURLToPath(new URL('../../cli/person360.js', import.meta.url));
  // Rejects when the exit code is another than 0.
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [program, 'compose', '--check']);
  expect(stdout).toBe('');
  expect(stderr).toContain('current');
}, 60_000);

describe('start', () => {
  const options = () => ['start', '--port', '0', '--persons', '40', '--data-dir', dataDirectory];

  async function stop(command: RunningCommand, signal: NodeJS.Signals): Promise<void> {
    command.process.kill(signal);
    const { code } = await command.ended;
    expect([signal, code]).toEqual([signal, 0]);
  }
  async function ready(command: RunningCommand): Promise<string> {
    const line = await command.line(/ready/);
    expect(line).toMatch(/^person360 ready at http:\/\/127\.0\.0\.1:\d+\/graphql$/);
    expect(command.output.stdout).toBe(`${line}\n`);
    return line.replace('person360 ready at ', '');
  }
  async function token(...who: string[]): Promise<string> {
    return (await tokenFor(...who)).stdout.trim();
  }
  const officer = ['--agency', 'IDHS', '--role', 'DATA_OFFICER', '--purpose', 'DATA_GOVERNANCE'];
  const approvals = '{ approvals(requestingAgency: DCFS, dataset: "snap.participation") { id } }';

  test('runs all of it until Ctrl-C, keeps what it holds for several gateways, and forgets it with --fresh', async () => {
    const first = startCommand(options());
    const url = await ready(first);
    const bearer = await token(...officer);
    const example = JSON.parse((await runCommand(['example', '--json'])).stdout) as object; // as tested above
    const answer = await post(url, await token(...fosterCare), example);
    expect(new Set(answer.errors.map(({ extensions }) => extensions.reason))).toEqual(new Set(['CONDITION_NOT_MET']));
    expect(at(answer.data, 'person.household.members')).toHaveLength(5);
    expect((await fetch(new URL('/health/ready', url))).status).toBe(200);

    const { data } = await post(url, bearer, { query: approvals });
    const approvalId = String(at(data, 'approvals.0.id'));
    const revoked = await post(url, bearer, {
      query: `mutation { revokeApproval(input: { approvalId: "${approvalId}", reason: "Superseded by another." }) { approvalRevision } }`,
    });
    expect(revoked.errors).toEqual([]);
    await stop(first, 'SIGINT');
    await expect(fetch(url)).rejects.toThrow();

    // With several gateways, which callers do not notice. Keys are kept, so a token of the first run is valid.
    const second = startCommand([...options(), '--workers', '2'], { PERSON360_MAX_COST: '100' });
    const again = await ready(second);
    // The variables of a gateway's limits hold here too.
    expect((await post(again, await token(...fosterCare), example)).codes).toEqual(['OPERATION_TOO_COSTLY']);
    for (let turn = 0; turn < 4; turn++) {
      const kept = await post(again, bearer, { query: approvals });
      expect(at(kept.data, 'approvals')).toHaveLength(Number(at(data, 'approvals.length')) - 1);
    }
    // Each gateway has its own log, so a key for all of them does not exist.
    const key = (...more: string[]) => runCommand(['audit', 'key', '--data-dir', dataDirectory, ...more]);
    const { code: unnamed, stderr } = await key();
    expect([unnamed, stderr]).toEqual([1, expect.stringMatching(/--origin: \S+worker-1, \S+worker-2/)]);
    const origin = stderr.trim().split(' ').at(-1) ?? '';
    expect((await key('--origin', origin)).stdout).toContain(origin);
    await stop(second, 'SIGTERM');

    const fresh = startCommand([...options(), '--fresh']);
    const anew = await ready(fresh);
    const forgotten = await post(anew, await token(...officer), { query: approvals });
    expect(at(forgotten.data, 'approvals')).toEqual(at(data, 'approvals'));
    await stop(fresh, 'SIGINT');
  }, 300_000);

  test('is refused in production, before anything is made', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'person360-cli-'));
    const result = await startCommand(['start', '--port', '0', '--data-dir', directory], { NODE_ENV: 'production' })
      .ended;
    expect([result.code, result.stdout]).toEqual([1, '']);
    expect(await readdir(directory)).toEqual([]);
    await rm(directory, { recursive: true });
  }, 60_000);

  test('says what to do when its data directory is a file', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'person360-cli-'));
    await writeFile(join(directory, 'file'), '');
    const result = await startCommand(['start', '--port', '0', '--data-dir', join(directory, 'file')]).ended;
    expect([result.code, result.stdout]).toEqual([1, '']);
    expect(result.stderr).not.toMatch(/ at .*\.(ts|js):\d+/);
    await rm(directory, { recursive: true });
  }, 60_000);
});

describe('person360 audit export --from', () => {
  test.each(['2026-12-01', '2026-12-01T09:00:00', '1', '2026-02-30T00:00:00Z', '2026-12-01T09:00:60Z'])(
    'refuses %s, which is no instant with a zone, and says how to write one',
    async (text) => {
      const { code, stderr } = await runCommand(['audit', 'export', '--from', text]);
      expect(code).toBe(1);
      expect(stderr).toContain('Write a time with its time zone: 2026-12-01T09:00:00-06:00');
    },
    30_000,
  );
});
