import type { AdministrativeGender, RelationshipKind } from '../../../schema/generated/enums/identity.ts';
import type { PersonRecord, RelationshipRecord, StoredPerson, StoredRelationship } from '../records.ts';
import type { PersonalData } from './personalData.ts';
import type { PersonTraits } from './personTraits.ts';

/**
 * A person of one request. What is encrypted is decrypted when it is first read, and kept no longer than the request:
 * most calls join systems and read only the id and a number.
 */
class IndexedPerson implements PersonRecord {
  readonly id: string;
  readonly householdId: string | null;
  readonly living: boolean;
  readonly #personal: Buffer;
  readonly #numbers: string;
  readonly #data: PersonalData;
  #traits: PersonTraits | undefined;

  constructor({ id, householdId, living, personal, numbers }: StoredPerson, data: PersonalData) {
    this.id = id;
    this.householdId = householdId;
    this.living = living;
    this.#personal = personal;
    this.#numbers = numbers;
    this.#data = data;
  }

  get given(): string | null {
    return this.#open().given;
  }
  get middle(): string | null {
    return this.#open().middle;
  }
  get family(): string | null {
    return this.#open().family;
  }
  get suffix(): string | null {
    return this.#open().suffix;
  }
  get birthDate(): string | null {
    return this.#open().birthDate;
  }
  get gender(): AdministrativeGender {
    // Loaded from the same list of codes.
    return this.#open().gender as AdministrativeGender;
  }
  get primaryLanguage(): string | null {
    return this.#open().primaryLanguage;
  }

  /** A line for each number: the system, a space, and the number, encrypted, in hexadecimal. See SYSTEM_NUMBERS. */
  numberIn(system: string): string | null {
    const numbers = this.#numbers;
    const start = `\n${system} `;
    const at = numbers.indexOf(start);
    if (at === -1) return null;
    const end = numbers.indexOf('\n', at + start.length);
    return this.#data.openNumber(system, this.id, numbers.slice(at + start.length, end === -1 ? undefined : end));
  }

  #open(): PersonTraits {
    this.#traits ??= this.#data.openPerson(this.id, this.#personal);
    return this.#traits;
  }
}

class IndexedRelationship extends IndexedPerson implements RelationshipRecord {
  readonly ofPersonId: string;
  readonly kind: RelationshipKind;

  constructor(row: StoredRelationship, data: PersonalData) {
    super(row, data);
    this.ofPersonId = row.ofPersonId;
    this.kind = row.kind;
  }
}

export function indexedPerson(row: StoredPerson, data: PersonalData): PersonRecord {
  return new IndexedPerson(row, data);
}

export function indexedRelationship(row: StoredRelationship, data: PersonalData): RelationshipRecord {
  return new IndexedRelationship(row, data);
}

/** Sorts by birth date, the oldest first; persons without one come last. Equal dates come in the order of ids. */
export function oldestFirst(
  one: { readonly birthDate: string | null; readonly id: string },
  other: { readonly birthDate: string | null; readonly id: string },
): number {
  if (one.birthDate !== other.birthDate) return (one.birthDate ?? '9999') < (other.birthDate ?? '9999') ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
