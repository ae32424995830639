import type { AdministrationWrite, LoggedRow } from '../../kit/administration/loggedTable.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { type DecidedDraft, type DecidedGroup, successorOf } from './decideGroup.ts';
import { linkChangeTable } from './linkChangeTable.ts';
import type { LinkState } from './linkState.ts';
import type { PersonRegister } from './personRegister.ts';

/** A record or a number that came to a person. */
interface Move {
  /** Null: a number without a record. */
  readonly record: string | null;
  readonly system: string;
  /** Person.id; null: the record is new. */
  readonly from: string | null;
  readonly to: string;
  readonly since: Date | null;
}

export interface RegisterChange {
  readonly changeId: string;
  readonly by: { readonly subject: string; readonly agency: string };
  readonly moves: readonly Move[];
  /** Persons without records now, with those who stand for them. */
  readonly replaced: ReadonlyMap<string, string>;
  /** True: linked by evidence, so it belongs to the history of its persons. */
  readonly isLink: boolean;
}

/**
 * The changes that a group makes: one for each call that links records, and one for all records that became a person of
 * their own, by caller.
 */
export function changesOf({ drafts, replaced }: DecidedGroup, state: LinkState): readonly RegisterChange[] {
  const lastMover = new Map<string, DecidedDraft>();
  for (const draft of drafts) {
    if (draft.kind !== 'same') lastMover.set(draft.recordId, draft);
    for (const id of draft.moved) lastMover.set(id, draft);
  }
  const links = new Map<DecidedDraft, Move[]>();
  const alone = new Map<string, { readonly draft: DecidedDraft; readonly moves: Move[] }>();
  for (const [id, draft] of lastMover) {
    const record = state.records.get(id);
    if (record?.personId == null || record.before?.personId === record.personId) continue;
    const { system, before, personId: to } = record;
    const move = { record: id, system, from: before?.personId ?? null, to, since: before?.since ?? null };
    const isAlone = id === draft.recordId && draft.kind === 'new' && draft.moved.length === 0 && !joins(draft, state);
    if (!isAlone) {
      links.set(draft, [...(links.get(draft) ?? []), move]);
      continue;
    }
    const caller = JSON.stringify(draft.call.by);
    const group = alone.get(caller) ?? { draft, moves: [] };
    group.moves.push(move);
    alone.set(caller, group);
  }
  const gone = new Map([...replaced].filter(([from]) => state.persons.has(from)));
  return [
    ...[...links].map(([draft, moves]) => {
      const mine = new Map([...gone].filter(([from]) => moves.some((move) => move.from === from)));
      return changeOf(draft, [...moves, ...bareNumbers(mine, state)], successors(mine, replaced), true);
    }),
    ...[...alone.values()].map(({ draft, moves }) => changeOf(draft, moves, new Map(), false)),
  ];
}

function changeOf(
  { changeId, call: { by } }: DecidedDraft,
  moves: readonly Move[],
  replaced: ReadonlyMap<string, string>,
  isLink: boolean,
): RegisterChange {
  return { changeId, by, moves, replaced, isLink };
}

function successors(mine: ReadonlyMap<string, string>, all: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...mine.keys()].map((personId) => [personId, successorOf(all, personId)]));
}

/** Whether the record of the call has come to a person with other records or numbers. */
export function joins(draft: DecidedDraft, state: LinkState): boolean {
  const personId = state.records.get(draft.recordId)?.personId;
  if (personId == null) return false;
  if (draft.known !== undefined && draft.kind === 'new') return true;
  for (const record of state.records.values()) {
    if (record.personId === personId && record.id !== draft.recordId) return true;
  }
  return state.numbers.some((number) => number.personId === personId && number.recordId === null);
}

function bareNumbers(gone: ReadonlyMap<string, string>, state: LinkState): readonly Move[] {
  return state.numbers
    .filter(({ recordId, before, personId }) => recordId === null && gone.has(before) && personId !== before)
    .map(({ system, before, personId }) => ({ record: null, system, from: before, to: personId, since: null }));
}

const insertChanges = statement<{ readonly row: LoggedRow }>(
  'identity.insertRegisterChanges',
  `insert into link_change (link_change_id, kind, status, persons, moves, replacements, reason, model, proposed_by,
     proposed_by_agency, proposed_at, changed_by, changed_by_agency, changed_at)
   select c.id, 'REGISTER', 'EFFECTIVE', array(select jsonb_array_elements_text(c.persons)), c.moves, c.replacements, c.reason,
     $2, c.subject, c.agency, $3, c.subject, c.agency, $3
   from jsonb_to_recordset($1::jsonb) as c (id uuid, persons jsonb, moves jsonb, replacements jsonb, reason text,
     subject text, agency text)
   returning to_jsonb(link_change) as row`,
);
const insertPersons = statement<unknown>(
  'identity.insertRegisterChangePersons',
  `insert into link_change_person (link_change_id, person_id) select * from unnest($1::uuid[], $2::uuid[])
   on conflict do nothing`,
);
const insertPins = statement<unknown>(
  'identity.insertPins',
  `insert into link_decision (one, other, kind, link_change_id)
   select least(p.one, p.other), greatest(p.one, p.other), 'LINK', p.change
   from unnest($1::bigint[], $2::bigint[], $3::uuid[]) as p (one, other, change) on conflict do nothing`,
);

/** Writes the changes to the tables, and returns what the log has to record of them. */
export async function writeChanges(
  queries: Queries,
  register: PersonRegister,
  changes: readonly RegisterChange[],
  drafts: readonly DecidedDraft[],
  model: string,
  now: Date,
): Promise<readonly AdministrationWrite[]> {
  if (changes.length === 0) return [];
  const rows = await queries.rows(insertChanges, [
    JSON.stringify(changes.map((change) => rowOf(change, register))),
    model,
    now,
  ]);
  const persons = changes
    .filter(({ isLink }) => isLink)
    .flatMap((change) => personsOf(change).map((personId) => ({ changeId: change.changeId, personId })));
  if (persons.length > 0) {
    await queries.rows(insertPersons, [
      persons.map(({ changeId }) => changeId),
      persons.map(({ personId }) => personId),
    ]);
  }
  const pins = drafts.flatMap(({ pinnedTo, recordId, changeId }) =>
    pinnedTo.map((other) => ({ one: recordId, other, changeId })),
  );
  if (pins.length > 0) {
    await queries.rows(insertPins, [
      ...[pins.map(({ one }) => one), pins.map(({ other }) => other), pins.map(({ changeId }) => changeId)],
    ]);
  }
  return rows.map(({ row }, at) => ({
    ...{ event: linkChangeTable.event, table: linkChangeTable.name, row },
    by: changes[at]?.by ?? { subject: '', agency: '' },
  }));
}

function personsOf({ moves, replaced }: RegisterChange): readonly string[] {
  const persons = moves.flatMap(({ from, to }) => (from === null ? [to] : [from, to]));
  return [...new Set([...persons, ...replaced.keys(), ...replaced.values()])];
}

function rowOf(change: RegisterChange, register: PersonRegister) {
  const { changeId: id, by, moves, replaced, isLink } = change;
  const name = register.pseudonymOf;
  return {
    ...{ id, subject: by.subject, agency: by.agency },
    persons: personsOf(change).map(name).sort(),
    moves: moves.map(({ from, to, ...move }) => ({ ...move, from: from === null ? null : name(from), to: name(to) })),
    replacements: [...replaced].map(([person, by]) => ({ person: name(person), by: name(by) })),
    reason: isLink ? 'The index linked records by their evidence.' : 'Records that are like no other became persons.',
  };
}
