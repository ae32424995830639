import { createServer, type ServerResponse } from 'node:http';
import { close, listen } from '../../harness/graphs/subgraphServer.ts';

/** Two subgraphs of which the second can be made to misbehave; what it does depends on the ids it is asked about. */
export const PERSON_SDL = `type Query { people(ids: [ID!]!): [Person!]! clock: String }
  type Mutation { touch(ids: [ID!]!): [Person!]! }
  type Person @key(fields: "id") { id: ID! }`;
export const AGENCY_SDL = `type Person @key(fields: "id") { id: ID! record: Record }
  type Record { seenBy: String of: ID }`;

/** Characters of a long value: a response that is not rejected. */
const LONG_VALUE = 100_000;

export interface Agency {
  readonly url: string;
  /** Bodies received, with the grant each came under. */
  readonly calls: { readonly grant: string; readonly ids: readonly string[]; readonly traceparent: unknown }[];
  /** Milliseconds before a well-behaved answer. */
  delayMs: number;
  stop(): Promise<void>;
}

/** An id's first word says what happens to a call that holds it: fail, refuse, hang, short, long, huge, close, error, odd. */
export async function startAgency(): Promise<Agency> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { variables } = JSON.parse(Buffer.concat(chunks).toString());
      const ids = variables.representations.map(({ id }: { id: string }) => id);
      const grant = String(request.headers['x-grant']);
      agency.calls.push({ grant, ids, traceparent: request.headers.traceparent });
      setTimeout(() => answer(response, grant, ids), agency.delayMs);
    });
  });
  const agency: Agency = { url: await listen(server), calls: [], delayMs: 1, stop: () => close(server) };
  return agency;
}

function answer(response: ServerResponse, grant: string, ids: readonly string[]): void {
  const doing = (what: string): boolean => ids.some((id) => id.startsWith(what));
  const record = (id: string) => ({
    __proto__: null,
    record: {
      seenBy: id.startsWith('long') ? grant.padEnd(LONG_VALUE, '.') : grant,
      of: id,
      ...(id.startsWith('odd') && { secret: 'never asked for' }),
    },
    ...(id.startsWith('odd') && { id: 'forged', extra: 1 }),
  });
  if (doing('hang')) return;
  if (doing('close')) {
    response.destroy();
    return;
  }
  if (doing('fail')) {
    response.writeHead(500, { 'content-type': 'text/plain' }).end('Traceback: password=hunter2');
    return;
  }
  response.setHeader('content-type', 'application/json');
  if (doing('refuse')) response.end(JSON.stringify({ errors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }] }));
  else if (doing('short')) response.end(JSON.stringify({ data: { _entities: ids.slice(1).map(record) } }));
  else if (doing('huge'))
    response.end(JSON.stringify({ data: { _entities: ids.map(record) }, pad: 'x'.repeat(300_000) }));
  else {
    const errors = ids.flatMap((id, index) =>
      id.startsWith('error')
        ? [
            {
              message: 'SELECT secret FROM t',
              path: ['_entities', index, 'record'],
              extensions: { code: 'AGENCY_SAYS_NO', stack: 's' },
            },
          ]
        : [],
    );
    const entities = ids.map((id) => (id.startsWith('error') ? { record: null } : record(id)));
    response.end(JSON.stringify({ data: { _entities: entities }, ...(errors.length > 0 && { errors }) }));
  }
}
