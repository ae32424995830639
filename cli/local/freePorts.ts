import { once } from 'node:events';
import { createServer } from 'node:net';
import { CliError } from '../cliError.ts';

/**
 * Checks that every port can be opened on this machine before anything is started.
 *
 * @throws CliError that names the ports in use and says how to start on others
 */
export async function requireFreePorts(ports: readonly number[]): Promise<void> {
  const problems = await Promise.all(ports.map(problemOf));
  const taken = ports.filter((_, index) => problems[index] !== undefined);
  if (taken.length === 0) return;
  const [first = 0] = ports;
  const isForbidden = problems.includes('EACCES');
  const other = first + 1_000 > 65_000 ? 4_000 : first + 1_000;
  throw new CliError(
    `${taken.length === 1 ? 'Port' : 'Ports'} ${taken.join(', ')} on 127.0.0.1 ` +
      `${isForbidden ? 'cannot be opened by this user' : `${taken.length === 1 ? 'is' : 'are'} in use by another program`}. ` +
      `${isForbidden ? 'Choose' : 'Stop it, or choose'} other ports: npm start -- --port ${other}`,
  );
}

/** Returns the error's code if the port cannot be opened. */
async function problemOf(port: number): Promise<string | undefined> {
  const server = createServer();
  try {
    server.listen({ port, host: '127.0.0.1', exclusive: true });
    await once(server, 'listening');
    return undefined;
  } catch (error) {
    return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
  } finally {
    if (server.listening) {
      const closed = once(server, 'close');
      server.close();
      await closed;
    }
  }
}
