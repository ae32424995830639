import type { RecordContent } from '../../../schema/persons/sourceRecord.ts';
import type { LinkDecision } from '../linkage/cluster/decisions.ts';
import type { ScoredRecord } from '../linkage/model/compileScorer.ts';

/** A record of the part of the index that a change concerns. */
export interface RecordState {
  /** source_record.record_id */
  readonly id: string;
  readonly system: string;
  readonly number: string;
  readonly scored: ScoredRecord;
  readonly registeredAt: Date;
  /** Whose record it was before the change, and since when. Undefined: the record is new. */
  readonly before: { readonly personId: string; readonly since: Date } | undefined;
  /** Whose record it is now. Null: a new record that has not been decided about. */
  personId: string | null;
  content(): RecordContent;
}

/** A person's number in a system. */
export interface NumberState {
  readonly system: string;
  readonly number: string;
  /** As PostgreSQL writes bytea. */
  readonly token: string;
  readonly recordId: string | null;
  /** Whose number it was before the change. */
  readonly before: string;
  personId: string;
}

/** A pair that is linked by weight. */
export interface Link {
  readonly one: string;
  readonly other: string;
  /** Match weight in bits. */
  readonly weight: number;
}

/**
 * Part of the index in memory: whole components, which are records that links and people's decisions connect, with all
 * numbers and records of their persons. It is changed in memory first, and written at the end.
 */
export interface LinkState {
  readonly records: Map<string, RecordState>;
  /** Numbers that the index had before the change. */
  readonly numbers: readonly NumberState[];
  /** Links of each record, by the id of the other one. */
  readonly links: Map<string, Map<string, Link>>;
  /** Persons whom the index had before the change. */
  readonly persons: ReadonlySet<string>;
  /** About records by id. */
  readonly decisions: LinkDecision[];
}

export function addLink({ links }: LinkState, link: Link): void {
  for (const [from, to] of [
    [link.one, link.other],
    [link.other, link.one],
  ] as const) {
    const others = links.get(from) ?? new Map<string, Link>();
    links.set(from, others.set(to, link));
  }
}

export function removeLinks({ links }: LinkState, id: string): void {
  for (const other of links.get(id)?.keys() ?? []) links.get(other)?.delete(id);
  links.delete(id);
}

/**
 * Ids of all records that links and decisions connect with the given ones. Records that were not read are left out. Stops
 * beyond `most`.
 */
export function componentOf(state: LinkState, ids: Iterable<string>, most: number): ReadonlySet<string> {
  const decided = new Map<string, string[]>();
  for (const { kind, one, other } of state.decisions) {
    if (kind !== 'LINK') continue;
    decided.set(one, [...(decided.get(one) ?? []), other]);
    decided.set(other, [...(decided.get(other) ?? []), one]);
  }
  const found = new Set<string>();
  const queue = [...ids];
  for (const id of queue) {
    if (found.has(id) || !state.records.has(id)) continue;
    found.add(id);
    if (found.size > most) return found;
    queue.push(...(state.links.get(id)?.keys() ?? []), ...(decided.get(id) ?? []));
  }
  return found;
}

/** Records by person, of those that have one. */
export function recordsByPerson({ records }: LinkState): ReadonlyMap<string, readonly RecordState[]> {
  const byPerson = new Map<string, RecordState[]>();
  for (const record of records.values()) {
    if (record.personId === null) continue;
    const others = byPerson.get(record.personId);
    if (others === undefined) byPerson.set(record.personId, [record]);
    else others.push(record);
  }
  return byPerson;
}
