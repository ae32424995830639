import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { programArguments } from './program.ts';

/** `script` gives a command a terminal: that of util-linux takes other options than that of BSD and macOS. */
const scriptArguments = (command: string): readonly string[] =>
  process.platform === 'linux'
    ? ['--quiet', '--return', '--command', command, '/dev/null']
    : ['-q', '-e', '/dev/null', '/bin/sh', '-c', command];

/** `person360` in a terminal, where it shows progress. What it writes to stdout and stderr is in one text, in order. */
export async function runInTerminal(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number | null; readonly output: string }> {
  const { NODE_OPTIONS: _ofTheTestRunner, NODE_ENV: _alsoOfIt, ...inherited } = process.env;
  const command = [process.execPath, ...programArguments('cli/run.ts'), ...args]
    .map((part) => `'${part.replaceAll("'", "'\\''")}'`)
    .join(' ');
  const child = spawn('script', scriptArguments(command), {
    env: { ...inherited, ...environment, SHELL: '/bin/sh', TERM: 'xterm' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const [code] = await once(child, 'close');
  return { code: code as number | null, output }; // node's own event
}
