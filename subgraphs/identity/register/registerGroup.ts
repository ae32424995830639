import type { AdministrationWrite } from '../../kit/administration/loggedTable.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import type { Decider } from '../linkage/decide/decide.ts';
import type { IndexDecider } from '../linkage/decide/indexDecider.ts';
import { todayDigits } from '../linkage/normalize/normalize.ts';
import { moveNumbers } from '../moves/personNumbers.ts';
import { replacePerson } from '../moves/replacePersons.ts';
import type { PersonalData } from '../personalData/personalData.ts';
import { type DecidedDraft, type DecidedGroup, decideGroup } from './decideGroup.ts';
import { type Draft, readDrafts } from './drafts.ts';
import { readHouseholds } from './knownNumbers.ts';
import { readLinkLimit } from './linkLimit.ts';
import type { LinkState } from './linkState.ts';
import type { PersonRegister } from './personRegister.ts';
import { readLinkState } from './readLinkState.ts';
import { changesOf, joins, type RegisterChange, writeChanges } from './registerChanges.ts';
import type { Registration, RegistrationResult } from './registration.ts';
import { addPersonsAndNumbers, refreshPersons } from './writePersons.ts';
import { writeRecords } from './writeRecords.ts';
import { openReviews, writeReviews } from './writeReviews.ts';

export interface GroupSettings {
  readonly register: PersonRegister;
  readonly data: PersonalData;
  readonly deciders: IndexDecider;
  readonly linksAnHour: number;
  readonly now: Date;
}

export interface RegisteredGroup {
  /** In the order of the calls. */
  readonly results: readonly RegistrationResult[];
  readonly writes: readonly AdministrationWrite[];
  /** Whose links have reached the limit just now. */
  readonly exceeded: readonly { readonly agency: string; readonly system: string }[];
}

/** Registers records together, in a transaction under the lock of the register. No two calls have the same number. */
export async function registerGroup(
  queries: Queries,
  settings: GroupSettings,
  calls: readonly Registration[],
): Promise<RegisteredGroup> {
  const { data, deciders, now, register } = settings;
  const today = todayDigits(now);
  const households = await readHouseholds(queries, data, calls);
  const refusals = calls.map((call, at) => refusalOf(call, at, calls, households));
  const accepted = calls.filter((_, at) => refusals[at] === undefined);
  const limit = await readLinkLimit(queries, accepted, settings.linksAnHour, now);
  const { drafts, decider } = await readDrafts(queries, { data, deciders, now }, accepted);
  const state = await readLinkState(queries, data, {
    records: [...new Set(drafts.flatMap(startsOf))],
    persons: [
      ...new Set(drafts.flatMap(({ kind, known }) => (known === undefined || kind === 'same' ? [] : known.personId))),
    ],
    prepare: decider.scorer.prepare,
    today,
  });
  const group = decideGroup(drafts, state, decider, limit.allows, now);
  const model = decider.scorer.model.version;
  const positions = calls.flatMap((_, at) => (refusals[at] === undefined ? at : []));
  const ofAccepted = new Map(positions.map((at, place) => [place, households.get(at) ?? '']));
  for (const [place, householdId] of ofAccepted) if (householdId === '') ofAccepted.delete(place);
  await addPersonsAndNumbers(queries, data, { drafts: group.drafts, state, households: ofAccepted, today });
  await writeRecords(queries, data, group.drafts, model, now, today);
  const moves = movesOf(state);
  const tokens = await moveNumbers(queries, data, moves, now);
  const changes = changesOf(group, state);
  const writes = await writeChanges(queries, register, changes, group.drafts, model, now);
  await keepMovedNumbers(
    queries,
    changes,
    moves.map(({ number }, at) => ({ ...number, token: tokens[at] })),
  );
  await writeReviews(queries, group.drafts, state, model, now);
  await refreshPersons(queries, data, state, personsToRefresh(group, state), today);
  for (const { changeId, replaced } of changes) {
    for (const [personId, by] of replaced) await replacePerson(queries, data, { personId, by, changeId }, now);
  }
  await limit.save(queries);
  const outcomes = group.drafts.map((draft) => outcomeOf(draft, state, decider));
  return {
    results: refusals.map((refusal) => refusal ?? outcomes.shift() ?? new PublicError('CONFLICT', 'Try again.')),
    writes,
    exceeded: limit.exceeded(),
  };
}

const keepMoved = statement<unknown>(
  'identity.keepNumbersOfReplaced',
  `insert into moved_number (link_change_id, system, token, from_person)
   select * from unnest($1::uuid[], $2::text[], $3::bytea[], $4::uuid[])`,
);

/** Numbers without a record that came to another person with the rest: unmerging takes them back. */
async function keepMovedNumbers(
  queries: Queries,
  changes: readonly RegisterChange[],
  moved: readonly { system: string; personId: string; recordId: string | null; token: Buffer | undefined }[],
): Promise<void> {
  const bare = moved.flatMap(({ system, token, personId, recordId }) => {
    const change = changes.find(({ replaced }) => replaced.has(personId));
    return recordId !== null || change === undefined ? [] : [{ changeId: change.changeId, system, token, personId }];
  });
  if (bare.length === 0) return;
  const columns = (['changeId', 'system', 'token', 'personId'] as const).map((name) => bare.map((row) => row[name]));
  await queries.rows(keepMoved, columns);
}

function refusalOf(
  { system, householdOfNumber }: Registration,
  at: number,
  calls: readonly Registration[],
  households: ReadonlyMap<number, string>,
): PublicError | undefined {
  if (householdOfNumber === null || households.has(at)) return undefined;
  const isEarlier = calls.slice(0, at).some((call) => call.system === system && call.number === householdOfNumber);
  if (isEarlier) return undefined;
  return new PublicError(
    'BAD_USER_INPUT',
    `householdOfNumber must be a number that ${system} has registered. Register that record first.`,
  );
}

/** Records of the index whose components may change. */
function startsOf({ kind, recordId, candidates }: Draft): readonly string[] {
  if (kind === 'same') return [];
  const linked = candidates.filter(({ decision }) => decision === 'AUTO_LINK').map(({ id }) => id);
  return kind === 'changed' ? [recordId, ...linked] : linked;
}

function movesOf({ numbers }: LinkState) {
  return numbers
    .filter(({ before, personId }) => before !== personId)
    .map(({ system, token, before, recordId, personId: to }) => ({
      number: { system, token, personId: before, recordId, personSince: null },
      to,
    }));
}

/** Known persons whose records have changed, come, or gone. */
function personsToRefresh({ drafts }: DecidedGroup, state: LinkState): readonly string[] {
  const written = new Set(drafts.filter(({ kind }) => kind !== 'same').map(({ recordId }) => recordId));
  const persons = [...state.records.values()].flatMap(({ id, before, personId }) => {
    if (personId === null || (before?.personId === personId && !written.has(id))) return [];
    return before === undefined ? [personId] : [personId, before.personId];
  });
  return [...new Set(persons)].filter((personId) => state.persons.has(personId));
}

function outcomeOf(draft: DecidedDraft, state: LinkState, decider: Decider): RegistrationResult {
  const { kind, known, candidates, record } = draft;
  const personId = state.records.get(draft.recordId)?.personId ?? known?.personId ?? '';
  const isOfPerson = (id: string): boolean => state.records.get(id)?.personId === personId;
  const [best] = [...candidates].sort(
    (a, b) => Number(isOfPerson(b.id)) - Number(isOfPerson(a.id)) || b.weight - a.weight,
  );
  const isLinked = kind === 'same' ? known?.isShared === true : joins(draft, state);
  const isReviewed = kind === 'same' ? known?.isReviewed === true : openReviews(draft, state).length > 0;
  return {
    personId,
    decision: isLinked ? 'AUTO_LINK' : isReviewed ? 'REVIEW' : 'NEW',
    changed: kind !== 'same',
    explanation: best === undefined ? null : decider.explain(record, best.record),
  };
}
