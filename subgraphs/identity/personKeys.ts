import { isPossibleKey } from '../kit/keyedLoader.ts';
import { type Statement, statement } from '../kit/statement.ts';
import { isUuid } from './isUuid.ts';
import { type PersonRecord, personColumns } from './records.ts';

/** The ways to name a person: the state-wide id, or the number one agency's system knows them by. */
export const personKeyKinds = [
  'id',
  'snapClientId',
  'tanfClientId',
  'medicaidRin',
  'idocNumber',
  'sisId',
  'energyClientId',
  'cypId',
] as const;
export type PersonKeyKind = (typeof personKeyKinds)[number];

export interface PersonKey {
  readonly kind: PersonKeyKind;
  readonly value: string;
}

const columns: Readonly<Record<PersonKeyKind, string>> = {
  id: 'p.person_id',
  snapClientId: 'p.snap_client_id',
  tanfClientId: 'p.tanf_client_id',
  medicaidRin: 'p.medicaid_rin',
  idocNumber: 'p.idoc_number',
  sisId: 'p.sis_id',
  energyClientId: 'p.energy_client_id',
  cypId: 'p.cyp_id',
};

/** The key of a representation, or null when it carries none that could be anybody's (it came through `_Any`: anything may be in it). */
export function personKeyOf(reference: object): PersonKey | null {
  for (const kind of personKeyKinds) {
    const value: unknown = Reflect.get(reference, kind);
    if (typeof value === 'string')
      return isPossiblePersonKey(kind, value) ? { kind, value: canonical(kind, value) } : null;
  }
  return null;
}

export function personKeyById(id: string): PersonKey | null {
  return personKeyOf({ id });
}

/** One statement for a batch with keys of these kinds, whatever their number; `$1` is the list of the first kind's values, and so on. */
export function personsByKeys(kinds: readonly PersonKeyKind[]): Statement<PersonRecord> {
  const conditions = kinds.map(
    (kind, index) => `${columns[kind]} = any($${index + 1}::${kind === 'id' ? 'uuid' : 'text'}[])`,
  );
  // Names of statements are cut at 63 characters: a letter for each kind keeps them apart.
  const letters = kinds.map((kind) => 'abcdefgh'[personKeyKinds.indexOf(kind)]).join('');
  return statement(
    `identity.personsBy.${letters}`,
    `select ${personColumns} from person p where ${conditions.join(' or ')}`,
  );
}

export interface PersonFactKeys {
  /** As it was asked for. */
  readonly key: string;
  readonly personId: string;
  readonly cypId: string | null;
  /** Numbers with the child welfare system of everybody in the household. */
  readonly householdCypIds: readonly string[];
}

/** What other systems know persons by, for whom facts are to be learned; `$1` is the list of keys. */
export function personFactKeys(kind: PersonKeyKind): Statement<PersonFactKeys> {
  return statement(
    `identity.personFactKeys.${kind}`,
    `select ${columns[kind]}::text as key, p.person_id::text as "personId", p.cyp_id as "cypId",
       array(
         select m.cyp_id from person m where m.household_id = p.household_id and m.cyp_id is not null order by m.cyp_id
       ) as "householdCypIds"
     from person p where ${columns[kind]} = any($1::${kind === 'id' ? 'uuid' : 'text'}[])`,
  );
}

export function isPossiblePersonKey(kind: PersonKeyKind, value: string): boolean {
  return kind === 'id' ? isUuid(value) : isPossibleKey(value);
}

/** PostgreSQL takes an uuid in upper case too and gives it back in lower case. */
function canonical(kind: PersonKeyKind, value: string): string {
  return kind === 'id' ? value.toLowerCase() : value;
}
