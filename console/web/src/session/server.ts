/** The signed-in user, as the console's server tells it. */
export interface SessionUser {
  readonly subject: string;
  readonly name: string;
  readonly agency: string;
  readonly roles: readonly string[];
  readonly purposes: readonly string[];
  /** Absent: the provider of the sign-in does not give it. */
  readonly familyName?: string;
}

export interface SessionState {
  readonly user: SessionUser;
  readonly isLocked: boolean;
  /** Whether the user signed in so recently that decisions need no further sign-in. */
  readonly isFresh: boolean;
  readonly locksInMs: number;
  readonly endsInMs: number;
  readonly preferences: { readonly purpose?: string; readonly language?: 'en' | 'es' };
}

/** The console's server refused a request; `code` is one of its own. */
export class ConsoleRefusal extends Error {
  override readonly name = 'ConsoleRefusal';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Headers that show the server that a request comes from the console's own pages. */
export const consoleHeaders = { 'x-person360-console': '1' } as const;

/** Posts JSON to the console's server. Rejects with ConsoleRefusal, or with TypeError if it does not respond. */
export async function post<Body>(path: string, body: object = {}): Promise<Body> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...consoleHeaders },
    body: JSON.stringify(body),
    cache: 'no-store',
  });
  const text = await response.text();
  if (!response.ok) throw refusalOf(text);
  // The server is part of this app: its responses have the shapes of its routes.
  return JSON.parse(text) as Body;
}

function refusalOf(text: string): ConsoleRefusal {
  try {
    const [error] = (JSON.parse(text) as { errors: { message: string; extensions: { code: string } }[] }).errors;
    return new ConsoleRefusal(error?.extensions.code ?? 'UNKNOWN', error?.message ?? 'The request failed.');
  } catch {
    return new ConsoleRefusal('UNKNOWN', 'The request failed.');
  }
}

/** Goes to the sign-in and comes back to this address. `fresh`: the credentials are asked for again. */
export function signIn(options: { readonly fresh?: boolean } = {}): void {
  const { pathname, search } = window.location;
  const returnTo = pathname === '/signed-out' ? '/' : `${pathname}${search}`;
  window.location.assign(`/login?return=${encodeURIComponent(returnTo)}${options.fresh === true ? '&fresh=1' : ''}`);
}
