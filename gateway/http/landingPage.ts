import type { IncomingMessage, ServerResponse } from 'node:http';
import { securityHeaders } from './headers/securityHeaders.ts';

/** True if a browser opened the address: the request accepts HTML and has no operation and no token. */
export function isPageVisit({ method, url = '', headers }: IncomingMessage): boolean {
  if ((method !== 'GET' && method !== 'HEAD') || headers.authorization !== undefined) return false;
  if (!/^\/(?:graphql\/?)?(?:\?|$)/.test(url) || /[?&]query=/.test(url)) return false;
  return /\btext\/html\b/i.test(headers.accept ?? '');
}

/** Sends the page. It is static and has no scripts, so it gets the same strict policy as every other response. */
export function createLandingPage(needsToken: boolean) {
  const page = Buffer.from(needsToken ? pageOf(WITH_TOKEN) : pageOf(WITHOUT_TOKEN));
  const headers = [...securityHeaders.flat(), 'content-type', 'text/html; charset=utf-8'];
  return ({ method }: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, [...headers, 'content-length', String(page.length)]);
    response.end(method === 'HEAD' ? undefined : page);
  };
}

const WITH_TOKEN = `<p>This is the GraphQL endpoint of person360: one graph of Person and Household over the systems of Illinois
agencies. It has no web page of its own. Programs send operations to <code>/graphql</code>.</p>
<h2>How to send a request</h2>
<ol>
<li>Get a token. On a development machine, run <code>node cli/person360.js token --agency DCFS --role CASEWORKER
--purpose FOSTER_CARE_CASE</code> in the person360 folder. In production, your agency's identity provider issues it.</li>
<li>Send <code>POST /graphql</code> with the headers <code>Authorization: Bearer TOKEN</code> and
<code>Content-Type: application/json</code>, and a JSON body such as
<code>{"query":"{ agencies { code } }"}</code>. A query, but not a mutation, may also be sent as
<code>GET /graphql?query=...</code> with the same token.</li>
<li>Web applications can call the endpoint from the origins in <code>PERSON360_ALLOWED_ORIGINS</code>.</li>
</ol>
<h2>Where to read on</h2>
<p>README.md explains the first request. The folder docs has a page for front-end teams with every header, and pages for
errors, conditions, emergencies, and security teams. <code>/health/ready</code> says whether the service is ready.</p>`;

const WITHOUT_TOKEN = `<p>This gateway serves a federated graph without authorization, for conformance tests and benchmarks. It has no
web page of its own. Send <code>POST /graphql</code> with <code>Content-Type: application/json</code> and a JSON body such
as <code>{"query":"{ __typename }"}</code>; a query, but not a mutation, may also be sent as
<code>GET /graphql?query=...</code>.</p>`;

function pageOf(body: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>person360</title><meta name="viewport" content="width=device-width"></head>
<body>
<h1>person360</h1>
${body}
</body>
</html>
`;
}
