import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { explainWaiting } from '../../cli/local/explainWaiting.ts';
import { removeEmbeddedPostgres } from '../../cli/postgres/embeddedPostgres.ts';
import { SUBGRAPH_NAMES } from '../../schema/files.ts';
import { eventually } from '../harness/eventually.ts';
import { compose } from '../harness/graphs/federation.ts';
import { type RunningCommand, runCommand, startCommand } from '../harness/runCommand.ts';

const openSupergraph = compose([{ name: 'people', sdl: 'type Query { hello: String }', resolvers: {} }], new Map());

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'person360-start-'));
});
afterAll(async () => {
  await removeEmbeddedPostgres(directory);
  await rm(directory, { recursive: true, force: true });
});

const noStack = /^\s+at .*\.(ts|js):\d+/m;
const options = (...more: string[]) => ['start', '--port', '0', '--persons', '20', '--data-dir', directory, ...more];

/** Resolves when the command has said so on stderr. */
async function until(command: RunningCommand, words: string): Promise<void> {
  while (!command.output.stderr.includes(words)) {
    const ended = await Promise.race([command.ended, sleep(20)]);
    if (ended !== undefined) throw new Error(`The command ended before '${words}': ${ended.stderr}`);
  }
}

/** The server's process, as its own pid file names it. */
async function postgresPid(): Promise<number> {
  const server = join(directory, 'postgres');
  const note = await readFile(join(server, 'place.json'), 'utf8').catch(() => undefined);
  const place =
    note === undefined ? join(server, 'server') : String((JSON.parse(note) as { directory: string }).directory);
  return Number((await readFile(join(place, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('Ports', () => {
  test('A port that is taken is named in one sentence that says how to start on others, and the command ends.', async () => {
    const other = createServer();
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo; // it listens on a port
    // The port of a system, further up.
    const gatewayPort = port - SUBGRAPH_NAMES.length;
    const result = await startCommand(['start', '--port', String(gatewayPort), '--data-dir', directory]).ended;
    other.close();
    expect([result.code, result.stdout]).toEqual([1, '']);
    expect(result.stderr).toMatch(new RegExp(`^Ports? [\\d, ]*${port}\\b.* in use by another program.*--port \\d+\n$`));
    expect(await readdir(directory)).toEqual([]);
  }, 60_000);

  test.each([[[]], [['--workers', '2']]])(
    'An open gateway %j on a port that is taken ends with the reason.',
    async (more) => {
      const other = createServer();
      other.listen(0, '127.0.0.1');
      await once(other, 'listening');
      const { port } = other.address() as AddressInfo; // it listens on a port
      const supergraph = join(directory, 'open.graphql');
      await writeFile(supergraph, openSupergraph);
      const args = ['gateway', '--open', '--supergraph', supergraph, '--port', String(port), ...more];
      const { code, stderr } = await startCommand(args).ended;
      other.close();
      await rm(supergraph);
      expect(code).toBe(1);
      expect(stderr).toContain(`127.0.0.1:${port} is in use by another program`);
      expect(stderr).not.toMatch(noStack);
    },
    60_000,
  );
});

describe('Ctrl-C', () => {
  const stages = ['starting PostgreSQL', 'loading the population', 'starting the gateway'];
  test.each(stages)(
    'Ctrl-C while %s stops what has been started, and a second one would end the rest at once.',
    async (stage) => {
      const command = startCommand(options());
      await until(command, stage);
      command.process.kill('SIGINT');
      await sleep(600);
      command.process.kill('SIGINT');
      const { code, stdout, stderr } = await command.ended;
      // 0: it had stopped before the second; 130: the second ended it.
      expect([0, 130]).toContain(code);
      expect(stdout).toBe('');
      expect(stderr).toContain('stopping');
      expect(stderr).not.toMatch(noStack);
    },
    60_000,
  );

  test('A start with workers stops at once while they start, and leaves none of them behind.', async () => {
    const command = startCommand(options('--workers', '2'));
    await until(command, 'starting the gateway');
    command.process.kill('SIGINT');
    const { code, stderr } = await command.ended;
    expect([code, stderr]).toEqual([0, expect.not.stringMatching(noStack)]);
  }, 60_000);
});

describe('What a start waits for', () => {
  test('A gateway that gets no approvals is waited for with words, every five seconds, and Ctrl-C ends the wait.', async () => {
    const gateway = createServer((_, response) => {
      const checks = { 'approval feed': 'the feed answered 503', ledger: 'ok' };
      response.writeHead(503, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ status: 'not ready', checks }));
    });
    gateway.listen(0, '127.0.0.1');
    await once(gateway, 'listening');
    const { port } = gateway.address() as AddressInfo; // it listens on a port
    const said: string[] = [];
    const stopped = new AbortController();
    const url = `http://127.0.0.1:${port}/graphql`;
    const waiting = explainWaiting(new Promise(() => undefined), url, (line) => said.push(line), stopped.signal);
    const outcome = expect(waiting).rejects.toThrow('interrupted');
    await eventually(
      async () => said.length,
      (lines) => lines > 0,
    );
    expect(said).toEqual(['waiting for approval feed (the feed answered 503); press Ctrl-C to stop']);
    stopped.abort(new Error('interrupted'));
    await outcome;
    gateway.close();
  }, 30_000);
});

describe('PostgreSQL', () => {
  test('When the database server dies, the product reports it and exits instead of responding with 503 indefinitely.', async () => {
    const command = startCommand(options());
    await command.line(/ready/);
    const pid = await postgresPid();
    process.kill(pid, 'SIGKILL');
    const { code, stderr } = await command.ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/PostgreSQL ended unexpectedly \(SIGKILL\).*Start again/);
    expect(stderr).not.toMatch(noStack);
  }, 90_000);

  test('Once it is ready, it says what to type next; Ctrl-C twice leaves no database server behind.', async () => {
    const command = startCommand(options());
    const line = await command.line(/ready/);
    await until(command, 'Press Ctrl-C to stop');
    // stdout is for programs: it holds the ready line alone.
    expect(command.output.stdout).toBe(`${line}\n`);
    expect(command.output.stderr).toMatch(/token --agency DCFS.*example --json/s);
    const pid = await postgresPid();
    command.process.kill('SIGSTOP');
    command.process.kill('SIGINT');
    command.process.kill('SIGCONT');
    await sleep(520);
    command.process.kill('SIGINT');
    await command.ended;
    for (let tries = 0; isRunning(pid) && tries < 200; tries++) await sleep(50);
    expect(isRunning(pid)).toBe(false);
  }, 90_000);

  test("Variables for other servers in the user's shell, and $ in the data directory, do not hinder the start.", async () => {
    const odd = join(directory, "a$b'c");
    await mkdir(odd);
    const shell = {
      PGSSLMODE: 'require',
      PGOPTIONS: '-c no_such_setting=1',
      PGHOST: 'db.example',
      PGCLIENTENCODING: 'LATIN1',
    };
    const command = startCommand(['start', '--port', '0', '--persons', '20', '--data-dir', odd], shell);
    await command.line(/ready/);
    command.process.kill('SIGINT');
    const { code } = await command.ended;
    await removeEmbeddedPostgres(odd);
    expect(code).toBe(0);
  }, 90_000);
});

describe('Words', () => {
  test('A token is not signed with keys made in the wrong folder.', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'person360-start-'));
    const who = ['--agency', 'DCFS', '--purpose', 'FOSTER_CARE_CASE'];
    const { code, stdout, stderr } = await runCommand(['token', ...who, '--data-dir', empty]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('--data-dir');
    expect(await readdir(empty)).toEqual([]);
    await rm(empty, { recursive: true });
  }, 30_000);

  test('A wrong option is named; the help is one word away and does not hide the reason.', async () => {
    const { code, stderr } = await runCommand(['start', '--prot', '4000']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/unknown option '--prot'/);
    expect(stderr.split('\n').length).toBeLessThan(6);
  }, 30_000);

  test('Nothing written to a pipe holds colors.', async () => {
    const { stdout } = await runCommand(['--help']);
    const { stderr } = await runCommand(['emou', 'list', '--token', 'none', '--url', 'http://127.0.0.1:9/graphql']);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what is looked for
    expect(stdout + stderr).not.toMatch(/\u001b\[/);
    expect(stderr).not.toMatch(noStack);
  }, 30_000);

  test.each([
    ['a file that is not there', undefined, /does not exist/],
    [
      'a target with a capital letter in its name',
      '[{name: Idhs, agency: IDHS, url: "https://a.example", secret: "0123456789abcdef0123456789abcdef"}]',
      /name: must have 1 to 64 lowercase letters/,
    ],
    ['no list', '{', /neither YAML nor JSON/],
  ])(
    'Notice targets in %s are refused without a stack.',
    async (_, text, expected) => {
      const file = join(directory, 'targets.yaml');
      if (text !== undefined) await writeFile(file, text);
      const { code, stderr } = await startCommand(options(), { PERSON360_WEBHOOK_TARGETS_FILE: file }).ended;
      await rm(file, { force: true });
      expect(code).toBe(1);
      expect(stderr).toMatch(expected);
      expect(stderr).not.toMatch(noStack);
    },
    60_000,
  );
});
