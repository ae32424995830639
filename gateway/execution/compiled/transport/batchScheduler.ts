import type { Deadlines } from '../../../runtime/deadlines.ts';
import { InFlight } from './inFlight.ts';
import type { CallHandle } from './subgraphClient.ts';

/** A question of one or more requests. A call can hold several. */
interface Batched<Question> {
  /** The call that it is sent with; undefined while it is queued. */
  call: Call<Question> | undefined;
}

/** One call to a system. */
export interface Call<Question> {
  /** Those that somebody still waits for; the first is the leader, in whose name the system is called. */
  readonly questions: Set<Question>;
  /** Monotonic milliseconds. */
  readonly since: number;
  handle: CallHandle | undefined;
}

/** Questions that may share calls. */
export interface BatchGroup<Question> {
  readonly key: string;
  /** In flight, in the order in which they were dispatched. */
  readonly calls: Call<Question>[];
  /** In order of arrival. */
  queue: Question[];
  /** Size of the questions in the queue. */
  queued: number;
}

export interface BatchSchedulerOptions<Question, Group> {
  readonly deadlines: Pick<Deadlines, 'onTick'>;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Largest sum of the sizes of one call's questions; no question is larger. */
  readonly maxSize: number;
  readonly sizeOf: (question: Question) => number;
  /** Sends a call and sets its handle. Once its questions have their replies, `complete` ends it. */
  readonly send: (group: Group, call: Call<Question>) => void;
}

export interface BatchScheduler<Question, Group> {
  find(key: string): Group | undefined;
  open(group: Group): void;
  /** Dispatches a question at once if its group has no call in flight, and otherwise with the next call. */
  schedule(group: Group, question: Question): void;
  /** Dispatches a question at once, as a call that later questions of the group wait for. */
  dispatchNow(group: Group, question: Question): void;
  /** Dispatches a question in a call of its own that nothing waits for. */
  dispatchAlone(group: Group, question: Question): void;
  /** Ends a call whose reply has arrived. */
  complete(group: Group, call: Call<Question>): void;
  /** Removes a question that nobody waits for any more, and the call with it if that was the last one. */
  withdraw(group: Group, question: Question, late: boolean): void;
}

/**
 * Lets requests that run at the same time share calls to a system. A group has one call in flight, and the next one is
 * dispatched with everything that has queued when it returns: nothing waits for a timer, and the busier the system, the
 * bigger the batches.
 */
export function createBatchScheduler<Question extends Batched<Question>, Group extends BatchGroup<Question>>(
  options: BatchSchedulerOptions<Question, Group>,
): BatchScheduler<Question, Group> {
  const { now, maxSize, sizeOf, send } = options;
  const groups = new InFlight<Group>();

  function dispatch(group: Group, questions: Set<Question>, isBatch: boolean): void {
    const call: Call<Question> = { questions, since: now(), handle: undefined };
    for (const question of questions) question.call = call;
    if (isBatch) group.calls.push(call);
    send(group, call);
  }

  function dispatchQueue(group: Group): void {
    const questions = new Set<Question>();
    let size = 0;
    for (const question of group.queue) {
      size += sizeOf(question);
      if (size > maxSize) break;
      group.queued -= sizeOf(question);
      questions.add(question);
    }
    group.queue = group.queue.slice(questions.size);
    dispatch(group, questions, true);
  }

  function complete(group: Group, call: Call<Question>): void {
    if (!remove(group.calls, call)) return;
    if (group.queue.length > 0) dispatchQueue(group);
    else if (group.calls.length === 0) groups.end(group.key, group);
  }

  dispatchWhenSlow(groups, dispatchQueue, options);

  return {
    find: (key) => groups.get(key),
    open: (group) => groups.set(group.key, group),
    schedule(group, question) {
      if (group.calls.length === 0) return dispatch(group, new Set([question]), true);
      group.queue.push(question);
      group.queued += sizeOf(question);
      if (group.queued >= maxSize) dispatchQueue(group);
    },
    dispatchNow: (group, question) => dispatch(group, new Set([question]), true),
    dispatchAlone: (group, question) => dispatch(group, new Set([question]), false),
    complete,
    withdraw(group, question, late) {
      if (remove(group.queue, question)) group.queued -= sizeOf(question);
      const { call } = question;
      if (call === undefined || !call.questions.delete(question) || call.questions.size > 0) return;
      call.handle?.abandon(late);
      complete(group, call);
    },
  };
}

/** A call that takes longer than this, in milliseconds, no longer holds back the questions behind it. */
const SLOW_AFTER_MS = 100;
/** Calls of one group at a time, when the first ones are slow. */
const MAX_CALLS = 4;

/** Dispatches what has queued behind slow calls. */
function dispatchWhenSlow<Group extends BatchGroup<unknown>>(
  groups: InFlight<Group>,
  dispatchQueue: (group: Group) => void,
  { deadlines, now }: { readonly deadlines: Pick<Deadlines, 'onTick'>; readonly now: () => number },
): void {
  deadlines.onTick(() => {
    const slowSince = now() - SLOW_AFTER_MS;
    for (const group of groups.values()) {
      if (group.queue.length === 0 || group.calls.length >= MAX_CALLS) continue;
      const youngest = group.calls.at(-1);
      if (youngest === undefined || youngest.since <= slowSince) dispatchQueue(group);
    }
  });
}

/** Takes an item out of a list. Returns whether it was there. */
function remove<Item>(list: Item[], item: Item): boolean {
  const at = list.indexOf(item);
  if (at !== -1) list.splice(at, 1);
  return at !== -1;
}
