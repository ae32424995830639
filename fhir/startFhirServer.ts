import { once } from 'node:events';
import { createServer } from 'node:http';
import { createFhirServer, type FhirServerOptions } from './createFhirServer.ts';

export interface StartFhirServerOptions extends Omit<FhirServerOptions, 'baseUrl'> {
  readonly host: string;
  /** 0 chooses a free one. */
  readonly port: number;
  /** Default: the address that it listens on. */
  readonly baseUrl?: string | undefined;
}

export interface RunningFhirServer {
  readonly baseUrl: string;
  /** Accepts no more connections, and lets requests in progress finish. */
  stop(): Promise<void>;
}

/** Serves FHIR. Rejects if the port is unavailable. */
export async function startFhirServer({ host, port, ...options }: StartFhirServerOptions): Promise<RunningFhirServer> {
  const server = createServer();
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  const chosen = typeof address === 'object' && address !== null ? address.port : port;
  const baseUrl = (options.baseUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${chosen}`).replace(
    /\/+$/,
    '',
  );
  server.on('request', createFhirServer({ ...options, baseUrl }));
  return {
    baseUrl,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await closed;
    },
  };
}
