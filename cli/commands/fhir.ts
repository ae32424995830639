import { startFhirServer } from '../../fhir/startFhirServer.ts';
import { CliError } from '../cliError.ts';

export interface FhirOptions {
  readonly gateway: string;
  readonly host: string;
  readonly port: number;
  readonly baseUrl: string | undefined;
}

/** Serves FHIR over a gateway until it is stopped. */
export async function serveFhir({ gateway, host, port, baseUrl }: FhirOptions): Promise<{ stop(): Promise<void> }> {
  for (const url of [gateway, ...(baseUrl === undefined ? [] : [baseUrl])]) {
    if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) {
      throw new CliError(`${url} is not an address. It starts with http:// or https://.`);
    }
  }
  const server = await startFhirServer({
    ...{ gatewayUrl: gateway, host, port, baseUrl },
    log: (message, details) => process.stderr.write(`${message} ${JSON.stringify(details)}\n`),
  });
  process.stdout.write(
    `FHIR server ready at ${server.baseUrl}\n` +
      `  curl ${server.baseUrl}/metadata\n` +
      `It asks ${gateway} with each caller's own token and purpose.\n`,
  );
  return server;
}
