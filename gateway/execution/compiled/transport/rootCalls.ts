import type { Deadlines } from '../../../runtime/deadlines.ts';
import { copyJson, type JsonObject } from '../json/json.ts';
import { dispatchWhenSlow } from './dispatchWhenSlow.ts';
import type { FetchText } from './fetchText.ts';
import { InFlight } from './inFlight.ts';
import { type JointQuery, prefixOf } from './jointQuery.ts';
import { type CallContext, PendingReply } from './pendingReply.ts';
import { remove } from './remove.ts';
import type { CallHandle, SubgraphClient } from './subgraphClient.ts';
import { failure, type SubgraphReply } from './subgraphReply.ts';

/** A fetch that starts from a root type. */
export interface RootFetch extends FetchText {
  /** A query: may be sent again. */
  readonly repeatable: boolean;
  /** A query outside of any mutation: calls in flight at the same moment may be one. */
  readonly shareable: boolean;
  /** How calls with other variables may be one. */
  readonly joint: JointQuery | undefined;
  /** `"name":value,...` as JSON text, without braces; the prefix comes before each name. */
  readonly variables: (values: RootVariables, prefix: string) => string;
}

export type RootVariables = Readonly<Record<string, unknown>>;

export interface RootCalls {
  ask(fetch: RootFetch, variables: RootVariables, asker: CallContext): Promise<SubgraphReply>;
}

export interface RootCallsDeps {
  readonly client: SubgraphClient;
  readonly deadlines: Deadlines;
  /** Let queries of different requests share a call. */
  readonly together: boolean;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

/** Questions in one call. */
const MOST_TOGETHER = 16;
/** So often may a system refuse a call as a whole before its questions are no longer put together. */
const MAX_REFUSALS = 3;

/** What one or more requests ask in the same words. */
interface Question {
  readonly text: string;
  readonly variables: RootVariables;
  readonly waits: Set<PendingReply<SubgraphReply>>;
  flight: Call | undefined;
}

interface Call {
  readonly questions: Set<Question>;
  readonly since: number;
  call: CallHandle | undefined;
}

/** Questions that may share calls: same subgraph, same fetch, same credentials. */
interface Group {
  readonly key: string;
  readonly fetch: RootFetch;
  /** By their variables: queued or in flight. */
  readonly questions: InFlight<Question>;
  /** In order of arrival. */
  queue: Question[];
  /** In the order in which they left. */
  readonly flights: Call[];
}

/**
 * Fetches that start from a root type. Equal ones under equal credentials share the call that is already in flight; those
 * that differ in their variables only are put together while a call is away, as entities are (entityBatches.ts). What
 * cannot be told apart is asked again question by question.
 */
export function createRootCalls({ client, deadlines, together, now }: RootCallsDeps): RootCalls {
  const groups = new InFlight<Group>();
  const refusals = new WeakMap<JointQuery, number>();

  const depart = (group: Group, questions: Set<Question>, counts: boolean): void => {
    const [first] = questions;
    const [captain] = first?.waits ?? [];
    if (first === undefined || captain === undefined) return;
    const { fetch } = group;
    const flight: Call = { questions, since: now(), call: undefined };
    for (const question of questions) question.flight = flight;
    if (counts) group.flights.push(flight);
    const joint = questions.size > 1 ? fetch.joint : undefined;
    const asked = [...questions];
    const body =
      joint === undefined
        ? fetch.body(first.text)
        : joint.body(asked.map(({ variables }, asking) => fetch.variables(variables, prefixOf(asking))));
    const { credentials, traceparent } = captain.asker;
    const { subgraph, repeatable } = fetch;
    flight.call = client.send({ subgraph, body, credentials, traceparent, repeatable }, (reply) => {
      const replies = joint === undefined ? [reply] : joint.split(reply, asked.length);
      if (joint !== undefined) refusals.set(joint, replies === undefined ? (refusals.get(joint) ?? 0) + 1 : 0);
      for (const [index, question] of asked.entries()) {
        const own = replies?.[index];
        if (!questions.has(question)) continue;
        if (own === undefined) depart(group, new Set([question]), false);
        else settle(group, question, own);
      }
      land(group, flight);
    });
  };

  const settle = (group: Group, question: Question, reply: SubgraphReply): void => {
    group.questions.end(question.text, question);
    let given = false;
    for (const wait of question.waits) {
      wait.settle(given && !group.fetch.sealed ? copyReply(reply) : reply);
      given = true;
    }
  };

  const land = (group: Group, flight: Call): void => {
    if (!remove(group.flights, flight)) return;
    if (group.queue.length > 0) departQueue(group);
    else if (group.flights.length === 0) groups.end(group.key, group);
  };

  const departQueue = (group: Group): void => {
    const questions = new Set(group.queue.slice(0, MOST_TOGETHER));
    group.queue = group.queue.slice(MOST_TOGETHER);
    depart(group, questions, true);
  };

  dispatchWhenSlow(groups, departQueue, { deadlines, now });

  /** Nobody waits for the question any more. */
  const leave = (group: Group, question: Question, late: boolean): void => {
    for (const wait of question.waits) if (!wait.isOpen) question.waits.delete(wait);
    if (question.waits.size > 0) return;
    group.questions.end(question.text, question);
    remove(group.queue, question);
    const { flight } = question;
    if (flight === undefined || !flight.questions.delete(question) || flight.questions.size > 0) return;
    flight.call?.abandon(late);
    land(group, flight);
  };

  const join = (group: Group, question: Question, wait: PendingReply<SubgraphReply>): Promise<SubgraphReply> => {
    question.waits.add(wait);
    wait.leave = (late) => leave(group, question, late);
    return wait.answer;
  };

  return {
    ask(fetch, variables, asker) {
      const wait = new PendingReply<SubgraphReply>(asker, deadlines, failure);
      const text = fetch.variables(variables, '');
      const question: Question = { text, variables, waits: new Set(), flight: undefined };
      if (!together || !fetch.shareable) {
        const alone = openGroup('', fetch);
        const answer = join(alone, question, wait);
        depart(alone, new Set([question]), false);
        return answer;
      }
      const key = `${fetch.id}\n${asker.credentials.keyFor(fetch.subgraph)}`;
      const group = groups.get(key) ?? openGroup(key, fetch);
      groups.set(key, group);
      const same = group.questions.get(text);
      if (same !== undefined) return join(group, same, wait);
      group.questions.set(text, question);
      const answer = join(group, question, wait);
      const { joint } = fetch;
      const mayWait = joint !== undefined && (refusals.get(joint) ?? 0) < MAX_REFUSALS;
      if (!mayWait || group.flights.length === 0) depart(group, new Set([question]), true);
      else {
        group.queue.push(question);
        if (group.queue.length >= MOST_TOGETHER) departQueue(group);
      }
      return answer;
    },
  };
}

function openGroup(key: string, fetch: RootFetch): Group {
  return { key, fetch, questions: new InFlight(), queue: [], flights: [] };
}

/** Each further request merges into an object of its own. */
function copyReply(reply: SubgraphReply): SubgraphReply {
  if (reply.kind === 'failure' || reply.data === undefined) return reply;
  return { ...reply, data: copyJson(reply.data) as JsonObject }; // a copy has the shape of its original
}
