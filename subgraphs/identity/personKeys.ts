import { numberedSystems, PERSON_INDEX, personKeyOfSystem } from '../../schema/persons/personKeys.ts';
import { isUuid } from '../../schema/values/uuid.ts';
import { isPossibleKey } from '../kit/database/keyedLoader.ts';

/** A person, by the number in a system. The state-wide id is the number in the person index itself. */
export interface PersonKey {
  readonly system: string;
  readonly value: string;
}

/** Key fields of Person and the systems whose numbers they hold. */
export interface PersonKeyFields {
  /** Field by system. */
  readonly fieldOfSystem: ReadonlyMap<string, string>;
  /** System by field, `id` included. */
  readonly systemOfField: ReadonlyMap<string, string>;
}

/**
 * Combines the keys in the index's own SDL with those that agencies publish, by system. Throws if a published key is
 * that of another system: two systems with one key would see each other's persons.
 */
export function combinePersonKeys(published: Readonly<Record<string, string>>): PersonKeyFields {
  const fieldOfSystem = new Map<string, string>(numberedSystems);
  const systemOfField = new Map<string, string>(numberedSystems.map(([system, field]) => [field, system]));
  systemOfField.set('id', PERSON_INDEX);
  for (const [system, field] of Object.entries(published)) {
    if (field === keyOfSystem.get(system)) continue;
    const owner = systemOfField.get(field) ?? system;
    if (owner !== system || (fieldOfSystem.get(system) ?? field) !== field) {
      throw new Error(`Person.${field} cannot be the key of ${system}: one key belongs to one system.`);
    }
    fieldOfSystem.set(system, field);
    systemOfField.set(field, system);
  }
  return { fieldOfSystem, systemOfField };
}

/**
 * Returns the key of a representation, or null if it has no usable one. It came through `_Any`, so it may contain
 * anything.
 */
export function personKeyOf(reference: object, { systemOfField }: PersonKeyFields): PersonKey | null {
  const id: unknown = Reflect.get(reference, 'id');
  if (typeof id === 'string') return personKeyById(id);
  for (const field of Object.keys(reference)) {
    const system = systemOfField.get(field);
    if (system === undefined) continue;
    const value: unknown = Reflect.get(reference, field);
    if (typeof value === 'string') return isPossibleKey(value) ? { system, value } : null;
  }
  return null;
}

export function personKeyById(id: string): PersonKey | null {
  return isUuid(id) ? { system: PERSON_INDEX, value: id.toLowerCase() } : null;
}

/** Key of each system that the product comes with. Platform systems use `id`. */
const keyOfSystem: ReadonlyMap<string, string> = new Map(Object.entries(personKeyOfSystem));

/** By which system's numbers a system identifies persons; undefined for a system that does not. */
export function numberingOf(system: string, { fieldOfSystem }: PersonKeyFields): string | undefined {
  if (fieldOfSystem.has(system)) return system;
  return Object.hasOwn(personKeyOfSystem, system) ? PERSON_INDEX : undefined;
}

export function isPossiblePersonKey(numbering: string, value: string): boolean {
  return numbering === PERSON_INDEX ? isUuid(value) : isPossibleKey(value);
}

/** Returns the key in the form that the database returns. */
export function canonicalPersonKey(numbering: string, value: string): string {
  return numbering === PERSON_INDEX ? value.toLowerCase() : value;
}
