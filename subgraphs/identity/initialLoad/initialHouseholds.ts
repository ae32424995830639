import type { IdentityInput, SentHousehold } from '../../../schema/persons/identityInput.ts';
import { recordKey } from '../linkage/batch/linkRecords.ts';
import type { NewHousehold } from '../personalData/personRows.ts';
import type { InitialIds } from './initialIds.ts';

export interface InitialHouseholds {
  /** Households with persons. */
  readonly households: readonly NewHousehold[];
  /** Household of each cluster. */
  readonly householdIds: readonly string[];
}

/** A household with its id; its key is the smallest of its members'. */
interface KnownHousehold {
  readonly key: string;
  readonly household: NewHousehold;
}

/**
 * A person's household is that of most of the person's records; of equally many, the one with the smallest key. A
 * protected address stays protected: so does that of a household whose member has a record in a protected one.
 */
export function resolveHouseholds(
  clusters: readonly (readonly string[])[],
  { households, issuedIds }: Pick<IdentityInput, 'households' | 'issuedIds'>,
  ids: InitialIds,
): InitialHouseholds {
  const issued = new Map(issuedIds.map(({ record, householdId }) => [recordKey(record), householdId]));
  const householdOf = new Map<string, KnownHousehold>();
  for (const sent of households) {
    const known = knownHousehold(sent, issued, ids);
    for (const member of sent.members) householdOf.set(recordKey(member), known);
  }
  const used = new Map<string, NewHousehold>();
  const householdIds = clusters.map((keys) => {
    const found = keys.map((key) => {
      const household = householdOf.get(key);
      if (household === undefined) throw new RangeError('A record is in no household. Give each record one.');
      return household;
    });
    const { household } = mostFrequent(found);
    const addressProtected = found.some((each) => each.household.addressProtected);
    const before = used.get(household.householdId) ?? household;
    used.set(household.householdId, addressProtected ? { ...before, addressProtected } : before);
    return household.householdId;
  });
  return { households: [...used.values()], householdIds };
}

function knownHousehold(
  { members, ...address }: SentHousehold,
  issued: ReadonlyMap<string, string>,
  ids: InitialIds,
): KnownHousehold {
  const keys = members.map(recordKey).sort();
  const [key = ''] = keys;
  const householdId = keys.flatMap((each) => issued.get(each) ?? [])[0] ?? ids('household', key);
  return { key, household: { ...address, householdId } };
}

function mostFrequent(found: readonly KnownHousehold[]): KnownHousehold {
  const [only] = found;
  if (only !== undefined && found.every((each) => each === only)) return only;
  const counts = new Map<KnownHousehold, number>();
  for (const each of found) counts.set(each, (counts.get(each) ?? 0) + 1);
  const [[first] = []] = [...counts].sort(
    ([one, times], [other, otherTimes]) => otherTimes - times || (one.key < other.key ? -1 : 1),
  );
  if (first === undefined) throw new RangeError('A person without records has no household.');
  return first;
}
