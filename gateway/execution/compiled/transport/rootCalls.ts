import type { Deadlines } from '../../../runtime/deadlines.ts';
import { copyJson, type JsonObject } from '../json/json.ts';
import { type BatchGroup, type Call, createBatchScheduler } from './batchScheduler.ts';
import type { FetchText } from './fetchText.ts';
import { InFlight } from './inFlight.ts';
import { type JointQuery, prefixOf } from './jointQuery.ts';
import { type CallContext, PendingReply } from './pendingReply.ts';
import type { SubgraphClient } from './subgraphClient.ts';
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
  send(fetch: RootFetch, variables: RootVariables, context: CallContext): Promise<SubgraphReply>;
}

export interface RootCallsDeps {
  readonly client: SubgraphClient;
  readonly deadlines: Deadlines;
  /** Subgraphs that may take longer. */
  readonly slow?: { readonly names: ReadonlySet<string>; readonly deadlines: Deadlines } | undefined;
  /** Queries of different requests share calls. */
  readonly batching: boolean;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

/** Questions in one call. */
const MAX_QUESTIONS = 16;
/** After so many calls in a row that a system refused as a whole, a fetch is no longer batched. */
const MAX_REFUSALS = 3;

/** What one or more requests send with the same text. */
interface Question {
  readonly text: string;
  readonly variables: RootVariables;
  readonly waits: Set<PendingReply<SubgraphReply>>;
  call: Call<Question> | undefined;
}

/** Questions with the same subgraph, fetch, and credentials. */
interface Group extends BatchGroup<Question> {
  readonly fetch: RootFetch;
  /** By their variables: queued or in flight. */
  readonly questions: InFlight<Question>;
}

/**
 * Fetches that start from a root type. Equal ones under equal credentials are coalesced: they share the call that is
 * already in flight. Those that differ in their variables only are batched (batchScheduler.ts). What cannot be told
 * apart is sent again question by question.
 */
export function createRootCalls(deps: RootCallsDeps): RootCalls {
  const { client, deadlines, slow, batching, now } = deps;
  const deadlinesOf = (subgraph: string): Deadlines =>
    slow?.names.has(subgraph) === true ? slow.deadlines : deadlines;
  const refusals = new WeakMap<JointQuery, number>();

  function send(group: Group, call: Call<Question>): void {
    const { fetch } = group;
    const { questions } = call;
    const [first] = questions;
    const [leader] = first?.waits ?? [];
    if (first === undefined || leader === undefined) return;
    const joint = questions.size > 1 ? fetch.joint : undefined;
    const sent = [...questions];
    const body =
      joint === undefined
        ? fetch.body(first.text)
        : joint.body(sent.map(({ variables }, index) => fetch.variables(variables, prefixOf(index))));
    const { credentials, traceparent } = leader.context;
    const { subgraph, repeatable } = fetch;
    call.handle = client.send({ subgraph, body, credentials, traceparent, repeatable }, (reply) => {
      const replies = joint === undefined ? [reply] : joint.split(reply, sent.length);
      if (joint !== undefined) refusals.set(joint, replies === undefined ? (refusals.get(joint) ?? 0) + 1 : 0);
      for (const [index, question] of sent.entries()) {
        const own = replies?.[index];
        if (!questions.has(question)) continue;
        if (own === undefined) scheduler.dispatchAlone(group, question);
        else settle(group, question, own);
      }
      scheduler.complete(group, call);
    });
  }

  /** Only deadlines that somebody waits for tick. */
  function onTick(run: () => void): void {
    deadlines.onTick(run);
    slow?.deadlines.onTick(run);
  }

  const scheduler = createBatchScheduler<Question, Group>({
    ...{ deadlines: { onTick }, now, send },
    maxSize: MAX_QUESTIONS,
    sizeOf: () => 1,
  });

  function settle(group: Group, question: Question, reply: SubgraphReply): void {
    group.questions.end(question.text, question);
    let given = false;
    for (const wait of question.waits) {
      wait.settle(given && !group.fetch.sealed ? copyReply(reply) : reply);
      given = true;
    }
  }

  function leave(group: Group, question: Question, late: boolean): void {
    for (const wait of question.waits) if (!wait.isOpen) question.waits.delete(wait);
    if (question.waits.size > 0) return;
    group.questions.end(question.text, question);
    scheduler.withdraw(group, question, late);
  }

  function join(group: Group, question: Question, wait: PendingReply<SubgraphReply>): Promise<SubgraphReply> {
    question.waits.add(wait);
    wait.leave = (late) => leave(group, question, late);
    return wait.reply;
  }

  function groupOf(fetch: RootFetch, context: CallContext): Group {
    const key = `${fetch.id}\n${context.credentials.keyFor(fetch.subgraph)}`;
    const group = scheduler.find(key) ?? newGroup(key, fetch);
    scheduler.open(group);
    return group;
  }

  function mayBatch({ joint }: RootFetch): boolean {
    return joint !== undefined && (refusals.get(joint) ?? 0) < MAX_REFUSALS;
  }

  return {
    send(fetch, variables, context) {
      const wait = new PendingReply<SubgraphReply>(context, deadlinesOf(fetch.subgraph), failure);
      const text = fetch.variables(variables, '');
      const question: Question = { text, variables, waits: new Set(), call: undefined };
      if (!batching || !fetch.shareable) {
        const alone = newGroup('', fetch);
        const reply = join(alone, question, wait);
        scheduler.dispatchAlone(alone, question);
        return reply;
      }
      const group = groupOf(fetch, context);
      const same = group.questions.get(text);
      if (same !== undefined) return join(group, same, wait);
      group.questions.set(text, question);
      const reply = join(group, question, wait);
      if (mayBatch(fetch)) scheduler.schedule(group, question);
      else scheduler.dispatchNow(group, question);
      return reply;
    },
  };
}

function newGroup(key: string, fetch: RootFetch): Group {
  return { key, fetch, questions: new InFlight(), calls: [], queue: [], queued: 0 };
}

/** Each further request merges into an object of its own. */
function copyReply(reply: SubgraphReply): SubgraphReply {
  if (reply.kind === 'failure' || reply.data === undefined) return reply;
  return { ...reply, data: copyJson(reply.data) as JsonObject }; // a copy has the shape of its original
}
