import type { Deadlines } from '../../../runtime/deadlines.ts';
import { copyJson } from '../json/json.ts';
import { dispatchWhenSlow } from './dispatchWhenSlow.ts';
import type { FetchText } from './fetchText.ts';
import { InFlight } from './inFlight.ts';
import { type CallContext, PendingReply } from './pendingReply.ts';
import { remove } from './remove.ts';
import type { CallHandle, SubgraphClient } from './subgraphClient.ts';
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
      /** Of the system's response, as far as it is about these representations. */
      readonly bytes: number;
    }
  | { readonly kind: 'failure'; readonly code: string };

export interface EntityBatches {
  /** Representations must be distinct. More than fit into one call are asked for in parts. */
  ask(
    fetch: FetchText,
    variables: string,
    representations: readonly string[],
    asker: CallContext,
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
  /** Put the questions of different requests together. Off: each question is a call. */
  readonly together: boolean;
  readonly maxRepresentations: number;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

class Question extends PendingReply<EntityReply> {
  readonly representations: readonly string[];

  constructor(asker: CallContext, deadlines: Deadlines, representations: readonly string[]) {
    super(asker, deadlines, failed);
    this.representations = representations;
  }
}

interface Call {
  readonly questions: Set<Question>;
  readonly since: number;
}

/** Questions that may share calls: same subgraph, same fetch, same variables, same credentials. */
interface Group {
  readonly key: string;
  readonly fetch: FetchText;
  readonly variables: string;
  /** In the order in which they left. */
  readonly flights: Call[];
  /** In order of arrival. */
  queue: Question[];
  queued: number;
}

/**
 * Entity questions of requests that run at the same time share calls. A group has one call in flight, the next leaves
 * with everything that has gathered when it returns: nothing waits for a timer, and the busier the subgraph, the
 * bigger the batches. What cannot be told apart by entity (a refusal of the whole call, an answer too large) is asked
 * again question by question, so that nobody pays for another's question.
 */
export function createEntityBatches(deps: EntityBatchesDeps): EntityBatches {
  const { client, deadlines, together, maxRepresentations, now } = deps;
  const groups = new InFlight<Group>();

  const depart = (group: Group, questions: Set<Question>, counts: boolean): void => {
    const [captain] = questions;
    if (captain === undefined) return;
    const position = new Map<string, number>();
    for (const { representations } of questions) {
      for (const text of representations) if (!position.has(text)) position.set(text, position.size);
    }
    const flight: Call = { questions, since: now() };
    if (counts) group.flights.push(flight);
    const land = (): void => {
      if (!counts || !remove(group.flights, flight)) return;
      if (group.queue.length > 0) departQueue(group);
      else if (group.flights.length === 0) groups.end(group.key, group);
    };

    let call: CallHandle | undefined;
    for (const question of questions) {
      question.leave = (late) => {
        questions.delete(question);
        if (questions.size > 0) return;
        call?.abandon(late);
        land();
      };
    }
    const { subgraph } = group.fetch;
    const { credentials, traceparent } = captain.asker;
    const body = group.fetch.body(group.variables, position.keys());
    call = client.send({ subgraph, body, credentials, traceparent, repeatable: true }, (reply) => {
      const apart = answerQuestions(reply, questions, position, group.fetch.sealed);
      for (const question of apart) depart(group, new Set([question]), false);
      land();
    });
  };

  const departQueue = (group: Group): void => {
    const questions = new Set<Question>();
    let size = 0;
    for (const question of group.queue) {
      size += question.representations.length;
      if (size > maxRepresentations) break;
      group.queued -= question.representations.length;
      questions.add(question);
    }
    group.queue = group.queue.slice(questions.size);
    depart(group, questions, true);
  };

  dispatchWhenSlow(groups, departQueue, { deadlines, now });

  const askOne = (
    fetch: FetchText,
    variables: string,
    representations: readonly string[],
    asker: CallContext,
  ): Promise<EntityReply> => {
    const question = new Question(asker, deadlines, representations);
    if (!together) {
      depart(openGroup('', fetch, variables), new Set([question]), false);
      return question.answer;
    }
    // Unambiguous: JSON text holds no line break, so the first one ends the variables.
    const key = `${fetch.id}\n${variables}\n${asker.credentials.keyFor(fetch.subgraph)}`;
    let group = groups.get(key);
    if (group === undefined) {
      group = openGroup(key, fetch, variables);
      groups.set(key, group);
    }
    const joined = group;
    if (joined.flights.length === 0) {
      depart(joined, new Set([question]), true);
      return question.answer;
    }
    joined.queue.push(question);
    joined.queued += representations.length;
    question.leave = () => {
      if (remove(joined.queue, question)) joined.queued -= representations.length;
    };
    if (joined.queued >= maxRepresentations) departQueue(joined);
    return question.answer;
  };

  return {
    ask(fetch, variables, representations, asker) {
      if (representations.length <= maxRepresentations) return askOne(fetch, variables, representations, asker);
      const parts: EntityPart[] = [];
      for (let from = 0; from < representations.length; from += maxRepresentations) {
        const part = representations.slice(from, from + maxRepresentations);
        parts.push({ from, count: part.length, reply: askOne(fetch, variables, part, asker) });
      }
      return parts;
    },
  };
}

function openGroup(key: string, fetch: FetchText, variables: string): Group {
  return { key, fetch, variables, flights: [], queue: [], queued: 0 };
}

function failed(code: string): EntityReply {
  return { kind: 'failure', code };
}

/** Gives every question its part of a reply; returns those that have to be asked again, alone. */
function answerQuestions(
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
