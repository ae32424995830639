/** What one system wrote. */
export interface WrittenValue<Value> {
  readonly system: string;
  readonly registeredAt: Date;
  /** Equal for values that say the same. */
  readonly meaning: string;
  readonly value: Value;
}

export interface Agreement<Value> {
  /** 0 for the system that saw the best document. */
  rankOf(system: string): number;
  /** True if a value with the one meaning speaks for the other, as an initial speaks for a name. */
  supports?(meaning: string, other: string): boolean;
  /** Of values with one meaning the fullest is shown. */
  fullness?(value: Value): number;
}

/**
 * The value on which most systems agree; of equally many, that of the system that saw the best document; then the newest.
 * The order of the values does not matter. Undefined if there are none.
 */
export function agreedValue<Value>(
  written: readonly WrittenValue<Value>[],
  { rankOf, supports = () => false, fullness = () => 0 }: Agreement<Value>,
): WrittenValue<Value> | undefined {
  const [only] = written;
  if (written.length < 2) return only;
  const support = new Map<string, number>();
  for (const { meaning } of written) {
    if (support.has(meaning)) continue;
    const agreeing = written.filter((each) => each.meaning === meaning || supports(each.meaning, meaning));
    support.set(meaning, new Set(agreeing.map(({ system }) => system)).size);
  }
  const bySource = (one: WrittenValue<Value>, other: WrittenValue<Value>): number =>
    rankOf(one.system) - rankOf(other.system) || other.registeredAt.getTime() - one.registeredAt.getTime();
  const [best] = written.toSorted(
    (one, other) =>
      (support.get(other.meaning) ?? 0) - (support.get(one.meaning) ?? 0) ||
      bySource(one, other) ||
      inOrder(one.meaning, other.meaning),
  );
  const [chosen] = written
    .filter(({ meaning }) => meaning === best?.meaning)
    .sort(
      (one, other) =>
        fullness(other.value) - fullness(one.value) ||
        bySource(one, other) ||
        inOrder(`${one.system} ${JSON.stringify(one.value)}`, `${other.system} ${JSON.stringify(other.value)}`),
    );
  return chosen;
}

function inOrder(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
