import type { Request, Response } from 'express';

export interface ConsoleCookies {
  session(request: Request): string | undefined;
  setSession(response: Response, id: string): void;
  /** State of a sign-in that is under way, sealed by the caller. */
  login(request: Request): string | undefined;
  setLogin(response: Response, value: string): void;
  clearLogin(response: Response): void;
  clearAll(response: Response): void;
}

const LOGIN_SECONDS = 600;

/**
 * Cookies with the `__Host-` prefix. Over http://localhost, where browsers refuse that prefix, they have other names and
 * are not Secure.
 *
 * The session cookie is SameSite=Strict. The sign-in cookie is Lax: the identity provider's redirect has to carry it.
 */
export function createCookies(isSecure: boolean): ConsoleCookies {
  const sessionName = isSecure ? '__Host-session' : 'person360-session';
  const loginName = isSecure ? '__Host-login' : 'person360-login';
  const common = { httpOnly: true, secure: isSecure, path: '/' } as const;
  return {
    session: (request) => cookieOf(request, sessionName),
    setSession: (response, id) => void response.cookie(sessionName, id, { ...common, sameSite: 'strict' }),
    login: (request) => cookieOf(request, loginName),
    setLogin: (response, value) =>
      void response.cookie(loginName, value, { ...common, sameSite: 'lax', maxAge: LOGIN_SECONDS * 1_000 }),
    clearLogin: (response) => void response.clearCookie(loginName, { ...common, sameSite: 'lax' }),
    clearAll(response) {
      response.clearCookie(sessionName, { ...common, sameSite: 'strict' });
      response.clearCookie(loginName, { ...common, sameSite: 'lax' });
    },
  };
}

/** Undefined as well when a cookie comes twice: one of them was planted. */
function cookieOf(request: Request, name: string): string | undefined {
  const values = (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return values.length === 1 ? values[0] : undefined;
}
