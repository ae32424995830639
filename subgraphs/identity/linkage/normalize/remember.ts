/** Values repeat: a population of a million has some ten thousand names, and people live at one address. */
const MAX_REMEMBERED = 100_000;

/** A pure function of a text that remembers its results. Nobody may change them. */
export function remember<T>(compute: (text: string) => T): (text: string) => T {
  let results = new Map<string, T>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    const result = compute(text);
    if (results.size >= MAX_REMEMBERED) results = new Map();
    results.set(text, result);
    return result;
  };
}
