import type { Deadlines } from '../../../runtime/deadlines.ts';
import { copyJson } from '../json/json.ts';
import { type BatchGroup, type Call, createBatchScheduler } from './batchScheduler.ts';
import type { FetchText } from './fetchText.ts';
import { type CallContext, PendingReply } from './pendingReply.ts';
import type { SubgraphClient } from './subgraphClient.ts';
import { failure, type ReportedError, type SubgraphReply } from './subgraphReply.ts';

/** An error about one entity; `index` counts the representations of the question it answers. */
export interface EntityError extends ReportedError {
  readonly index: number;
}

export type EntityReply =
  | {
      readonly kind: 'entities';
      /** One per representation, in order. */
      readonly entities: readonly unknown[];
      readonly errors: readonly EntityError[];
      /** Errors that name no entity. */
      readonly general: readonly ReportedError[];
      /** Size of the system's response, as far as it is about these representations. */
      readonly bytes: number;
    }
  | { readonly kind: 'failure'; readonly code: string };

export interface EntityBatches {
  /** Representations must be distinct. More than fit into one call are sent in parts. */
  send(
    fetch: FetchText,
    variables: string,
    representations: readonly string[],
    context: CallContext,
  ): Promise<EntityReply> | readonly EntityPart[];
}

export interface EntityPart {
  /** Index of the first representation this reply is about. */
  readonly from: number;
  readonly count: number;
  readonly reply: Promise<EntityReply>;
}

export interface EntityBatchesDeps {
  readonly client: SubgraphClient;
  readonly deadlines: Deadlines;
  /** Questions of different requests share calls. Off: each question is a call. */
  readonly batching: boolean;
  readonly maxRepresentations: number;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

class Question extends PendingReply<EntityReply> {
  readonly representations: readonly string[];
  call: Call<Question> | undefined = undefined;

  constructor(context: CallContext, deadlines: Deadlines, representations: readonly string[]) {
    super(context, deadlines, failed);
    this.representations = representations;
  }
}

/** Questions with the same subgraph, fetch, variables, and credentials. */
interface Group extends BatchGroup<Question> {
  readonly fetch: FetchText;
  readonly variables: string;
}

/**
 * Entity questions of requests that run at the same time share calls (batchScheduler.ts). What cannot be told apart by
 * entity (a refusal of the whole call, a reply too large) is sent again question by question, so that nobody pays for
 * another's question.
 */
export function createEntityBatches(deps: EntityBatchesDeps): EntityBatches {
  const { client, deadlines, batching, maxRepresentations } = deps;

  function send(group: Group, call: Call<Question>): void {
    const { questions } = call;
    const [leader] = questions;
    if (leader === undefined) return;
    const position = new Map<string, number>();
    for (const { representations } of questions) {
      for (const text of representations) if (!position.has(text)) position.set(text, position.size);
    }
    const { subgraph } = group.fetch;
    const { credentials, traceparent } = leader.context;
    const body = group.fetch.body(group.variables, position.keys());
    call.handle = client.send({ subgraph, body, credentials, traceparent, repeatable: true }, (reply) => {
      const apart = settleQuestions(reply, questions, position, group.fetch.sealed);
      for (const question of apart) scheduler.dispatchAlone(group, question);
      scheduler.complete(group, call);
    });
  }

  const scheduler = createBatchScheduler<Question, Group>({
    ...{ deadlines, now: deps.now, send },
    maxSize: maxRepresentations,
    sizeOf: ({ representations }) => representations.length,
  });

  function groupOf(fetch: FetchText, variables: string, context: CallContext): Group {
    // Unambiguous: JSON text holds no line break, so the first one ends the variables.
    const key = `${fetch.id}\n${variables}\n${context.credentials.keyFor(fetch.subgraph)}`;
    let group = scheduler.find(key);
    if (group === undefined) {
      group = newGroup(key, fetch, variables);
      scheduler.open(group);
    }
    return group;
  }

  function sendPart(
    fetch: FetchText,
    variables: string,
    representations: readonly string[],
    context: CallContext,
  ): Promise<EntityReply> {
    const question = new Question(context, deadlines, representations);
    const group = batching ? groupOf(fetch, variables, context) : newGroup('', fetch, variables);
    question.leave = (late) => scheduler.withdraw(group, question, late);
    if (batching) scheduler.schedule(group, question);
    else scheduler.dispatchAlone(group, question);
    return question.reply;
  }

  return {
    send(fetch, variables, representations, context) {
      if (representations.length <= maxRepresentations) return sendPart(fetch, variables, representations, context);
      const parts: EntityPart[] = [];
      for (let from = 0; from < representations.length; from += maxRepresentations) {
        const part = representations.slice(from, from + maxRepresentations);
        parts.push({ from, count: part.length, reply: sendPart(fetch, variables, part, context) });
      }
      return parts;
    },
  };
}

function newGroup(key: string, fetch: FetchText, variables: string): Group {
  return { key, fetch, variables, calls: [], queue: [], queued: 0 };
}

function failed(code: string): EntityReply {
  return { kind: 'failure', code };
}

/** Gives every question its part of a reply. Returns those that have to be sent again, alone. */
function settleQuestions(
  reply: SubgraphReply,
  questions: ReadonlySet<Question>,
  position: ReadonlyMap<string, number>,
  sealed: boolean,
): readonly Question[] {
  const open = [...questions];
  const read = readEntities(reply, position.size);
  if (read.kind === 'failure' || read.general.length > 0) {
    const dueToQuestion = read.kind === 'entities' || read.dueToQuestion;
    if (open.length > 1 && dueToQuestion) return open;
  }
  if (read.kind === 'failure') {
    for (const question of open) question.settle(failed(read.code));
    return [];
  }
  if (open.length === 1 && open[0]?.representations.length === position.size) {
    open[0].settle(read);
    return [];
  }
  const given = new Set<number>();
  const errorsAt = new Map<number, EntityError[]>();
  for (const error of read.errors) errorsAt.set(error.index, [...(errorsAt.get(error.index) ?? []), error]);
  for (const question of open) {
    const errors: EntityError[] = [];
    const entities = question.representations.map((text, index) => {
      const at = position.get(text) ?? -1;
      for (const error of errorsAt.get(at) ?? []) errors.push({ ...error, index });
      const entity = read.entities[at];
      // The second request to receive an entity gets its own copy, unless nothing is ever merged into it.
      if (sealed || !given.has(at)) {
        given.add(at);
        return entity;
      }
      return copyJson(entity);
    });
    const bytes = (read.bytes * entities.length) / position.size;
    question.settle({ kind: 'entities', entities, errors, general: read.general, bytes });
  }
  return [];
}

type ReadEntities =
  | Extract<EntityReply, { kind: 'entities' }>
  | { readonly kind: 'failure'; readonly code: string; readonly dueToQuestion: boolean };

function readEntities(reply: SubgraphReply, expected: number): ReadEntities {
  if (reply.kind === 'failure') return reply;
  const { data, errors, bytes } = reply;
  const entities = data?._entities;
  if (!Array.isArray(entities) || entities.length !== expected) {
    const [reported] = errors;
    const short = failure('SUBGRAPH_INVALID_RESPONSE', true);
    return reported === undefined
      ? (short as ReadEntities)
      : { kind: 'failure', code: reported.code, dueToQuestion: true };
  }
  if (errors.length === 0) return { kind: 'entities', entities, errors: NO_ENTITY_ERRORS, general: errors, bytes };
  const own: EntityError[] = [];
  const general: ReportedError[] = [];
  for (const error of errors) {
    const [field, index, ...rest] = error.path ?? [];
    if (field === '_entities' && typeof index === 'number' && index >= 0 && index < expected) {
      own.push({ ...error, index, path: rest });
    } else general.push({ ...error, path: undefined });
  }
  return { kind: 'entities', entities, errors: own, general, bytes };
}

const NO_ENTITY_ERRORS: readonly EntityError[] = [];
