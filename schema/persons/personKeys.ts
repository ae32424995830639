/** The only system that finds persons by itself, so that a call to it does not name them. */
export const PERSON_INDEX = 'identity';

/** Key by which each system identifies persons, as named in its SDL. No other number is sent to it. */
export const personKeyOfSystem = {
  identity: 'id',
  snap: 'snapClientId',
  tanf: 'tanfClientId',
  medicaid: 'medicaidRin',
  corrections: 'idocNumber',
  education: 'sisId',
  weatherization: 'energyClientId',
  childwelfare: 'cypId',
  emou: 'id',
  audit: 'id',
} as const;

/** The systems that have numbers of their own for persons, with the field of Person that holds them. */
export const numberedSystems = Object.entries(personKeyOfSystem).filter(
  (entry): entry is [string, NumberField] => entry[1] !== 'id',
);
type NumberField = Exclude<(typeof personKeyOfSystem)[keyof typeof personKeyOfSystem], 'id'>;

function personKeyNameOf(system: string): string | undefined {
  return Object.hasOwn(personKeyOfSystem, system)
    ? personKeyOfSystem[system as keyof typeof personKeyOfSystem] // checked on the line above
    : undefined;
}

/**
 * Returns the persons named by a call to a system, by the system's own numbers, sorted, without duplicates: those of
 * its representations; for emou and audit, every id in the text of the call. Undefined: the person index, which finds
 * persons by itself.
 */
export function personsOfCall(system: string, body: string, variables: () => unknown): readonly string[] | undefined {
  if (system === PERSON_INDEX) return undefined;
  if (system === 'emou' || system === 'audit') return [...new Set(body.toLowerCase().match(IDS))].sort();
  return representedPersons(variables(), personKeyNameOf(system)) ?? [];
}

const IDS = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g;

/**
 * Returns the persons by this key among the representations of an `_entities` call, sorted, without duplicates;
 * undefined if it is not such a call. A system that an agency published has a key that is not known here: there, the
 * only member of a person's representation is the key.
 */
function representedPersons(variables: unknown, keyName: string | undefined): readonly string[] | undefined {
  const representations = ownValue(variables, 'representations');
  if (!Array.isArray(representations)) return undefined;
  const keys = representations.flatMap((representation) => {
    const key = keyName === undefined ? onlyMember(representation) : ownValue(representation, keyName);
    return typeof key === 'string' ? [key] : [];
  });
  return [...new Set(keys)].sort();
}

/** Undefined if the representation is of another type, or carries more than a key. */
function onlyMember(representation: unknown): unknown {
  if (ownValue(representation, '__typename') !== 'Person') return undefined;
  const members = Object.entries(representation as object).filter(([name]) => name !== '__typename'); // checked above
  return members.length === 1 ? members[0]?.[1] : undefined;
}

function ownValue(object: unknown, name: string): unknown {
  return typeof object === 'object' && object !== null && Object.hasOwn(object, name)
    ? Reflect.get(object, name)
    : undefined;
}
