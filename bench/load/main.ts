import { request } from 'undici';
import { answerParent } from '../processes/answerParent.ts';
import { callForSeconds, type LoadOptions, type LoadResult } from './callForSeconds.ts';
import { type CheckedAnswers, checkAnswers } from './checkAnswers.ts';

export type LoadQuestion =
  | {
      readonly kind: 'workload';
      readonly headers: Readonly<Record<string, string>>;
      readonly bodies: readonly string[];
    }
  /** Sends each body once and remembers the answers' sizes. */
  | { readonly kind: 'check'; readonly url: string }
  /** The answer to one body. */
  | { readonly kind: 'show'; readonly url: string; readonly index: number }
  | ({ readonly kind: 'call'; readonly url: string } & Pick<LoadOptions, 'connections' | 'seconds' | 'perSecond'> & {
        /** Operations a second that are new to every gateway. */
        readonly newOperations: number | undefined;
      });

export interface LoadAnswers {
  readonly workload: undefined;
  readonly check: CheckedAnswers;
  readonly show: string;
  readonly call: LoadResult;
}

let headers: Readonly<Record<string, string>> = {};
let bodies: readonly string[] = [];
const checked = new Map<string, { readonly requests: readonly Buffer[]; readonly answerBytes: readonly number[] }>();

/** The callers of gateways, in a process of their own. */
answerParent<LoadQuestion, LoadAnswers[keyof LoadAnswers]>(
  async (question) => {
    switch (question.kind) {
      case 'workload':
        headers = { ...question.headers, 'content-type': 'application/json', accept: 'application/json' };
        bodies = question.bodies;
        checked.clear();
        return undefined;
      case 'check': {
        const answers = await checkAnswers(question.url, headers, bodies);
        const requests = bodies.map((body) => requestText(question.url, body));
        checked.set(question.url, { requests, answerBytes: answers.answerBytes });
        return answers;
      }
      case 'show': {
        const body = bodies[question.index] ?? '';
        return await (await request(question.url, { method: 'POST', headers, body })).body.text();
      }
      case 'call': {
        const known = checked.get(question.url);
        if (known === undefined) throw new Error('Answers are checked before they are counted.');
        const perSecond = question.newOperations;
        const newOperations =
          perSecond === undefined ? undefined : { perSecond, next: () => requestText(question.url, newOperation()) };
        return await callForSeconds({ ...question, ...known, newOperations, port: Number(new URL(question.url).port) });
      }
    }
  },
  async () => undefined,
);

let newOperationCount = 0;

/** A body of the workload with one more name at its root: to a gateway another operation, as hard to plan as the first. */
function newOperation(): string {
  const body = bodies[newOperationCount % bodies.length] ?? '';
  newOperationCount += 1;
  const request = JSON.parse(body) as { query: string }; // written by runBench.ts
  return JSON.stringify({ ...request, query: request.query.replace('{', `{ new${newOperationCount}: __typename `) });
}

function requestText(url: string, body: string): Buffer {
  const { host, pathname } = new URL(url);
  const lines = Object.entries({ ...headers, host, 'content-length': String(Buffer.byteLength(body)) });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.from(`POST ${pathname} HTTP/1.1\r\n${head}\r\n${body}`);
}
