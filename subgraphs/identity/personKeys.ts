import { isUuid } from '../../schema/values/uuid.ts';
import { isPossibleKey } from '../kit/database/keyedLoader.ts';
import { type KeyedStatement, keyedStatement, type Statement, statement } from '../kit/database/statement.ts';
import { PERSON_COLUMNS, type PersonRecord } from './records.ts';

/** Ways to identify a person: the state-wide id, or the number in one agency's system. */
export const PERSON_KEY_KINDS = [
  'id',
  'snapClientId',
  'tanfClientId',
  'medicaidRin',
  'idocNumber',
  'sisId',
  'energyClientId',
  'cypId',
] as const;
export type PersonKeyKind = (typeof PERSON_KEY_KINDS)[number];

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

/**
 * Returns the key of a representation, or null if it has no usable one. It came through `_Any`, so it may contain
 * anything.
 */
export function personKeyOf(reference: object): PersonKey | null {
  for (const kind of PERSON_KEY_KINDS) {
    const value: unknown = Reflect.get(reference, kind);
    if (typeof value === 'string')
      return isPossiblePersonKey(kind, value) ? { kind, value: canonicalPersonKey(kind, value) } : null;
  }
  return null;
}

export function personKeyById(id: string): PersonKey | null {
  return personKeyOf({ id });
}

/** Statements that load persons by keys of one kind. */
export const personsBy: Readonly<Record<PersonKeyKind, KeyedStatement<PersonRecord>>> = {
  id: personsByKind('id'),
  snapClientId: personsByKind('snapClientId'),
  tanfClientId: personsByKind('tanfClientId'),
  medicaidRin: personsByKind('medicaidRin'),
  idocNumber: personsByKind('idocNumber'),
  sisId: personsByKind('sisId'),
  energyClientId: personsByKind('energyClientId'),
  cypId: personsByKind('cypId'),
};

function personsByKind(kind: PersonKeyKind): KeyedStatement<PersonRecord> {
  return keyedStatement(
    `identity.personsBy.${kind}`,
    // A person found by this number has it.
    (person) => person[kind] ?? '',
    `select ${PERSON_COLUMNS} from person p where ${columns[kind]} = any($1::${arrayType(kind)})`,
  );
}

function arrayType(kind: PersonKeyKind): string {
  return kind === 'id' ? 'uuid[]' : 'text[]';
}

export interface PersonFactKeys {
  /** The key as requested. */
  readonly key: string;
  readonly personId: string;
  readonly cypId: string | null;
  /** Child welfare numbers of everyone in the household. */
  readonly householdCypIds: readonly string[];
}

/** Reads the numbers by which other systems know the persons whose facts are needed. `$1` is the list of keys. */
export function personFactKeys(kind: PersonKeyKind): Statement<PersonFactKeys> {
  return statement(
    `identity.personFactKeys.${kind}`,
    `select ${columns[kind]}::text as key, p.person_id::text as "personId", p.cyp_id as "cypId",
       array(
         select m.cyp_id from person m where m.household_id = p.household_id and m.cyp_id is not null order by m.cyp_id
       ) as "householdCypIds"
     from person p where ${columns[kind]} = any($1::${arrayType(kind)})`,
  );
}

export function isPossiblePersonKey(kind: PersonKeyKind, value: string): boolean {
  return kind === 'id' ? isUuid(value) : isPossibleKey(value);
}

/** Returns the key in the form that the database returns. */
export function canonicalPersonKey(kind: PersonKeyKind, value: string): string {
  return kind === 'id' ? value.toLowerCase() : value;
}
