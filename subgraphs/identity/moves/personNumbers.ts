import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import type { PersonalData } from '../personalData/personalData.ts';

/** A person's number in a system, with the record that the system has registered for it. */
export interface PersonNumber {
  readonly system: string;
  /** As PostgreSQL writes bytea. */
  readonly token: string;
  readonly personId: string;
  /** Null: nothing but the number is known. */
  readonly recordId: string | null;
  /** When the record came to the person. */
  readonly personSince: Date | null;
}

export interface NumberMove {
  readonly number: PersonNumber;
  /** Person.id */
  readonly to: string;
}

const ofPersons = statement<PersonNumber>(
  'identity.numbersOfPersons',
  `select n.system, n.token::text as token, n.person_id::text as "personId", r.record_id::text as "recordId",
     r.person_since as "personSince"
   from system_number n left join source_record r on r.system = n.system and r.number_token = n.token
   where n.person_id = any($1::uuid[]) order by r.record_id, n.system, n.token`,
);

export function numbersOfPersons(queries: Queries, personIds: readonly string[]): Promise<readonly PersonNumber[]> {
  return queries.rows(ofPersons, [personIds]);
}

const sealedNumbers = statement<{ readonly token: string; readonly sealed: string }>(
  'identity.sealedNumbers',
  `select token::text as token, encode(number, 'hex') as sealed from system_number
   join unnest($1::text[], $2::bytea[]) as wanted (system, token) using (system, token)`,
);
const retire = statement<unknown>(
  'identity.retireNumbersOfPersons',
  `update system_number set is_current = false
   from unnest($1::uuid[], $2::text[]) as concerned (person_id, system)
   where system_number.person_id = concerned.person_id and system_number.system = concerned.system and is_current`,
);
const move = statement<unknown>(
  'identity.moveNumbers',
  `update system_number set person_id = moved.person_id, token = moved.written, number = moved.number, key_generation = $6,
     is_current = false
   from unnest($1::text[], $2::bytea[], $3::uuid[], $4::bytea[], $5::bytea[])
     as moved (system, token, person_id, written, number)
   where system_number.system = moved.system and system_number.token = moved.token`,
);
const moveRecords = statement<unknown>(
  'identity.moveRecords',
  'update source_record set person_since = $2 where record_id = any($1::bigint[])',
);
/** Of a person's numbers in a system, the one that was registered last is the current one. */
const choose = statement<unknown>(
  'identity.chooseCurrentNumbers',
  `update system_number set is_current = true from (
     select distinct on (n.person_id, n.system) n.system, n.token
     from system_number n join unnest($1::uuid[], $2::text[]) as concerned (person_id, system) using (person_id, system)
       left join source_record r on r.system = n.system and r.number_token = n.token
     order by n.person_id, n.system, r.registered_at desc nulls last, r.record_id desc, n.token) as newest
   where system_number.system = newest.system and system_number.token = newest.token`,
);

/**
 * Gives numbers, with their records, to other persons. Numbers are encrypted for their person, so they are written again.
 * Returns the tokens under which they are stored from now on.
 */
export async function moveNumbers(
  queries: Queries,
  data: PersonalData,
  moves: readonly NumberMove[],
  now: Date,
): Promise<readonly Buffer[]> {
  if (moves.length === 0) return [];
  const systems = moves.map(({ number }) => number.system);
  const tokens = moves.map(({ number }) => number.token);
  const sealed = new Map((await queries.rows(sealedNumbers, [systems, tokens])).map((row) => [row.token, row.sealed]));
  const written = moves.map(({ number: { system, token, personId }, to }) => {
    const number = data.openNumber(system, personId, sealed.get(token) ?? '');
    return { token: data.numberToken(system, number), number: data.sealNumber(system, to, number) };
  });
  const persons = moves.map(({ number, to }) => [number.personId, to] as const);
  const concerned = [persons.flat(), systems.flatMap((system) => [system, system])];
  await queries.rows(retire, concerned);
  await queries.rows(move, [
    ...[systems, tokens, moves.map(({ to }) => to)],
    ...[written.map(({ token }) => token), written.map(({ number }) => number), data.generation()],
  ]);
  await queries.rows(moveRecords, [moves.flatMap(({ number }) => number.recordId ?? []), now]);
  await queries.rows(choose, concerned);
  return written.map(({ token }) => token);
}
