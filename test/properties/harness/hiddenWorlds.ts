import { createRandom } from '../../conformance/harness/randomOperation.ts';
import { type Access, type FileRow, isWard, type PersonRow, type Rows } from './hiddenRows.ts';

const KINDS = ['Letter', 'Memo', 'Sealed'] as const;

/**
 * A world of rows that a requester with this access may know about, which follow from `visibleSeed` alone, and among them
 * rows that they may not know about, which follow from `hiddenSeed`.
 */
export function worldFrom(access: Access, visibleSeed: number, hiddenSeed: number): Rows {
  const visible = createRandom(visibleSeed);
  const hidden = createRandom(hiddenSeed);
  const people = new Map<string, PersonRow>();
  let files = 0;
  let hiddenFiles = 0;

  /** True if the existence of objects of a kind may be known, under a person or without one. */
  const isOpen = (kind: FileRow['kind'], personId: string | undefined): boolean => {
    const openness = kind === 'Letter' ? 'open' : access[kind === 'Memo' ? 'memos' : 'sealed'];
    return openness === 'open' || (openness === 'wards' && personId !== undefined && isWard(personId));
  };
  const isKnown = (id: string): boolean => access.people === 'open' || (access.people === 'wards' && isWard(id));
  const everybody = ['w1', 'w2', 'w3x', 'n1', 'n2', 'n3x'];
  const known = everybody.filter(isKnown).slice(0, 1 + visible(4));
  const unknown = everybody.filter((id) => !isKnown(id));

  /** The items with hidden ones before, between and after them. */
  function among<Item>(items: readonly Item[], makeHidden: () => Item | undefined): readonly Item[] {
    const some = (): Item[] =>
      Array.from({ length: [0, 0, 1, 2][hidden(4)] ?? 0 }, makeHidden).flatMap((item) => item ?? []);
    return [...items.flatMap((item) => [...some(), item]), ...some()];
  }
  /** Nothing, or something that is shown as nothing. */
  const hiddenOrNothing = <Item>(makeHidden: () => Item | undefined): Item | undefined =>
    hidden(2) === 0 ? undefined : makeHidden();
  const somebodyUnknown = (): string | undefined => unknown[hidden(Math.max(1, unknown.length))];

  function hiddenFile(personId: string | undefined): FileRow | undefined {
    const kinds = KINDS.filter((kind) => !isOpen(kind, personId));
    const kind = kinds[hidden(Math.max(1, kinds.length))];
    if (kind === undefined) return undefined;
    const id = `h${hiddenFiles++}${hidden(5) === 0 ? 'x' : ''}`;
    const attached = hidden(3) === 0 ? [[{ kind: 'Letter' as const, id: `${id}-a` }]] : [];
    return { kind, id, about: everybody[hidden(everybody.length)], attached };
  }

  function visibleFile(personId: string | undefined, depth: number): FileRow {
    const kinds = KINDS.filter((kind) => isOpen(kind, personId));
    const kind = kinds[visible(kinds.length)] ?? 'Letter';
    const id = `f${files++}${visible(6) === 0 ? 'x' : ''}`;
    const about = visible(2) === 0 ? known[visible(Math.max(1, known.length))] : hiddenOrNothing(somebodyUnknown);
    const lists = depth === 0 ? 0 : visible(3);
    return { kind, id, about, attached: Array.from({ length: lists }, () => filesOf(personId, depth - 1)) };
  }

  function filesOf(personId: string | undefined, depth: number): readonly FileRow[] {
    const shown = Array.from({ length: visible(4) }, () => visibleFile(personId, depth));
    return among(shown, () => hiddenFile(personId));
  }

  for (const id of known) {
    const kin = among(
      known.filter(() => visible(2) === 0),
      somebodyUnknown,
    );
    const newest = visible(2) === 0 ? visibleFile(id, 1) : hiddenOrNothing(() => hiddenFile(id));
    people.set(id, { id, kin, files: filesOf(id, 1), newest });
  }
  for (const id of unknown) {
    const held = Array.from({ length: hidden(3) }, () => hiddenFile(undefined)).flatMap((file) => file ?? []);
    const kin = everybody.filter((each) => people.has(each) && hidden(2) === 0);
    people.set(id, { id, kin, files: held, newest: undefined });
  }
  return { people, listed: among(known, somebodyUnknown), files: filesOf(undefined, 2) };
}
