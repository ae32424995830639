import { z } from 'zod';
import { CliError } from '../../cliError.ts';

const Answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z.object({ code: z.string() }).optional(),
      }),
    )
    .optional(),
});

/** The gateway, or a system, refused an operation. */
export class GatewayRefusal extends CliError {
  readonly code: string;

  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

/** Sends one GraphQL request and checks the data with `Shape`. Throws every failure as a plain sentence. */
export async function askGateway<Data>(
  { url, token }: { readonly url: string; readonly token: string },
  query: string,
  variables: Readonly<Record<string, unknown>>,
  Shape: z.ZodType<Data>,
): Promise<Data> {
  const response = await post(url, token, JSON.stringify({ query, variables }));
  if (response.status === 401)
    throw new CliError('The gateway rejects the token. To get a new one, run: person360 token');
  const body = Answer.safeParse(await response.json().catch(() => undefined));
  if (!body.success)
    throw new CliError(`${url} did not return a GraphQL response (status ${response.status}). Check --url.`);
  const error = body.data.errors?.find(({ path }) => !hasRefusal(body.data.data?.[path?.[0] ?? '']));
  if (error !== undefined) throw new GatewayRefusal(error.extensions?.code ?? 'ERROR', error.message);
  const data = Shape.safeParse(body.data.data);
  if (!data.success)
    throw new CliError(
      `${url} returned a response that this version of person360 does not understand. Use the same version as the gateway.`,
    );
  return data.data;
}

/**
 * Detects a refused move, which arrives as both an error and data. The command prints the data, which has more details.
 */
function hasRefusal(payload: unknown): boolean {
  return typeof payload === 'object' && payload !== null && 'refusal' in payload && payload.refusal !== null;
}

async function post(url: string, token: string, body: string): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body,
    });
  } catch {
    throw new CliError(`No gateway responds at ${url}. Start one with person360 start, or set its address with --url.`);
  }
}
