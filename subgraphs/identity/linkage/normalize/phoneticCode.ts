import { doubleMetaphone } from 'double-metaphone';

/** Names repeat: a population of a million has some ten thousand. */
const MAX_CACHED = 100_000;
const codes = new Map<string, string>();

/** Double Metaphone code of a name (Lawrence Philips, 2000), which knows Spanish, Slavic, and Germanic spellings. */
export function phoneticCode(name: string | null): string | null {
  if (name === null) return null;
  const cached = codes.get(name);
  if (cached !== undefined) return cached === '' ? null : cached;
  const [code] = doubleMetaphone(name);
  if (codes.size >= MAX_CACHED) codes.clear();
  codes.set(name, code);
  return code === '' ? null : code;
}
