/** What a browser does over HTTP: keeps cookies, follows a sign-in, sends the headers of a page. */
export interface Browser {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Posts JSON as the console's pages do; headers that are undefined are left out. */
  post(path: string, body?: unknown, headers?: Readonly<Record<string, string | undefined>>): Promise<Response>;
  send(path: string, body: string, headers?: Readonly<Record<string, string | undefined>>): Promise<Response>;
  /**
   * Signs in as a user of the development login, and gives the path of the callback. It is called unless the test stops
   * before.
   */
  signIn(subject: string, path?: string, stop?: 'stop before the callback'): Promise<string>;
  /** The last Set-Cookie of this name, without the name; undefined once it was cleared. */
  cookie(name: string): string | undefined;
  setCookie(name: string, value: string): void;
  /** Texts, headers and cookies of all responses so far. */
  everythingReceived(): string;
}

export function createBrowser(origin: string): Browser {
  const cookies = new Map<string, string>();
  const received: string[] = [];

  async function request(
    path: string,
    init: RequestInit & { readonly headers: Record<string, string> },
  ): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value.split(';')[0]}`).join('; ');
    const response = await fetch(new URL(path, origin), {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, ...(cookie === '' ? {} : { cookie }) },
    });
    for (const text of response.headers.getSetCookie()) {
      const [name = '', ...value] = text.split('=');
      if (/Expires=Thu, 01 Jan 1970/i.test(text)) cookies.delete(name);
      else cookies.set(name, value.join('='));
    }
    received.push(JSON.stringify([...response.headers]), await response.clone().text());
    return response;
  }

  const get: Browser['get'] = (path, headers = {}) => request(path, { headers: { accept: 'text/html', ...headers } });
  const send: Browser['send'] = (path, body, headers = {}) => {
    const all: Readonly<Record<string, string | undefined>> = {
      origin,
      'sec-fetch-site': 'same-origin',
      'x-person360-console': '1',
      'content-type': 'application/json',
      ...headers,
    };
    const given = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined);
    return request(path, { method: 'POST', headers: Object.fromEntries(given), body });
  };
  /** Path of the redirect, or its address if it leads elsewhere. Throws when the response is none. */
  function nextOf(response: Response): string {
    const location = response.headers.get('location');
    if (location === null) throw new Error(`No redirect, but HTTP status ${response.status}.`);
    const url = new URL(location, response.url);
    return url.origin === origin ? url.pathname + url.search : url.href;
  }
  return {
    get,
    send,
    post: (path, body = {}, headers = {}) => send(path, JSON.stringify(body), headers),
    async signIn(subject, path = '/login', stop) {
      let next = nextOf(await get(path));
      while (!next.startsWith('/login/callback')) {
        if (next.includes('/choose/')) {
          await get(next);
          const form = { 'content-type': 'application/x-www-form-urlencoded' };
          next = nextOf(await request(next, { method: 'POST', headers: form, body: new URLSearchParams({ subject }) }));
        } else next = nextOf(await get(next));
      }
      if (stop === undefined) await get(next);
      return next;
    },
    cookie: (name) => cookies.get(name),
    setCookie: (name, value) => void cookies.set(name, value),
    everythingReceived: () => received.join('\n'),
  };
}
