import { doubleMetaphone } from 'double-metaphone';
import { remember } from './remember.ts';

const codeOf = remember((name) => doubleMetaphone(name)[0]);

/** Double Metaphone code of a name (Lawrence Philips, 2000), which knows Spanish, Slavic, and Germanic spellings. */
export function phoneticCode(name: string | null): string | null {
  return (name === null ? null : codeOf(name)) || null;
}
