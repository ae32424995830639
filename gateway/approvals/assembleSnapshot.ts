import { LARGEST_PART } from '../../schema/approvals/approvalFeed.ts';
import { approvalAt, type WrittenApprovals } from '../../schema/approvals/snapshotApprovals.ts';
import { type ChangingApprovals, changingApprovals, requesterKey } from './approvalSet.ts';
import type { InternTerms } from './internTerms.ts';

/** Assembles the parts of a snapshot to a set of approvals. No decision uses it before it is complete. */
export interface AssembledSnapshot {
  readonly size: number;
  /** Adds a part. Throws if it repeats an approval; the assembly is unusable from then on. */
  add(part: WrittenApprovals): void;
  /** Completes the set. No part can be added after that. */
  finish(revision: number): ChangingApprovals;
}

/**
 * Stores the approvals as the columns that they arrive in, with an index of rows by requester: a few large objects
 * instead of tens of thousands of small ones, which the garbage collector would move while requests wait.
 */
export function assembleSnapshot(shared: InternTerms): AssembledSnapshot {
  const parts: WrittenApprovals[] = [];
  const keyById = new Map<string, string>();
  /** A place is the number of the part times LARGEST_PART, and the row in it. */
  const placesByKey = new Map<string, number[]>();

  function approvalsAt(places: readonly number[]) {
    return places.flatMap((place) => {
      const part = parts[Math.floor(place / LARGEST_PART)];
      return part === undefined ? [] : approvalAt(part, place % LARGEST_PART);
    });
  }

  /** The rows of one agency and purpose, which a part names by their places in its texts. */
  function ownersIn({ approvals, texts }: WrittenApprovals) {
    const known = new Map<number, { readonly key: string; readonly places: number[] }>();
    return (row: number) => {
      const [agency = 0, purpose = 0] = [approvals.requestingAgency[row], approvals.purpose[row]];
      const both = agency * texts.length + purpose;
      const owner = known.get(both);
      if (owner !== undefined) return owner;
      const key = requesterKey(texts[agency] ?? '', texts[purpose] ?? '');
      const first = { key, places: placesByKey.get(key) ?? [] };
      placesByKey.set(key, first.places);
      known.set(both, first);
      return first;
    };
  }

  return {
    get size() {
      return keyById.size;
    },
    add(part) {
      const ownerOf = ownersIn(part);
      const first = parts.length * LARGEST_PART;
      const before = keyById.size;
      part.approvals.id.forEach((id, row) => {
        const { key, places } = ownerOf(row);
        keyById.set(id, key);
        if (keyById.size !== before + row + 1) throw new Error(`approval ${id} is named twice`);
        places.push(first + row);
      });
      parts.push({ ...part, fieldLists: part.fieldLists.map((fields) => fields && shared(fields)) });
    },
    finish: (revision) =>
      changingApprovals({
        revision,
        keyById,
        byKey: new Map([...placesByKey].map(([key, places]) => [key, () => approvalsAt(places)])),
        shared,
      }),
  };
}
