import { foldText } from '../linkage/normalize/foldText.ts';
import { nicknameRoots } from '../linkage/normalize/nicknameRoots.ts';
import { phoneticCode } from '../linkage/normalize/phoneticCode.ts';

/**
 * Words of a name as a search compares them: uppercase, without accents and apostrophes. Letters of other scripts stay.
 */
export function searchWords(name: string): readonly string[] {
  // Most names are one such word, and a search compares hundreds.
  if (/^[A-Za-z]+$/.test(name)) return [name.toUpperCase()];
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’‘`´ʻʼ]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => foldText(word).replaceAll(' ', '') || word.toUpperCase());
}

/** Longest run of words that may be one name: DE LA CRUZ. */
const LONGEST_RUN = 3;

/** Neighboring words written as one, such as GARCIAMUNOZ and ONEIL, with the positions that they cover. */
export function joinedWords(words: readonly string[]): readonly { readonly word: string; readonly covers: number[] }[] {
  const joined: { word: string; covers: number[] }[] = [];
  for (let start = 0; start < words.length; start++) {
    for (let length = 2; length <= LONGEST_RUN && start + length <= words.length; length++) {
      const covers = Array.from({ length }, (_, at) => start + at);
      joined.push({ word: words.slice(start, start + length).join(''), covers });
    }
  }
  return joined;
}

/** Names repeat: a population of a million has some ten thousand. */
const MOST_CACHED = 50_000;
const cachedSounds = new Map<string, readonly string[]>();

/** Sounds of a name and of the names that it may be a nickname of. A name without a sound is its own. */
export function soundsOf(word: string): readonly string[] {
  const cached = cachedSounds.get(word);
  if (cached !== undefined) return cached;
  const sounds = [...new Set([word, ...nicknameRoots(word)].map((name) => phoneticCode(name) ?? name))];
  if (cachedSounds.size >= MOST_CACHED) cachedSounds.clear();
  cachedSounds.set(word, sounds);
  return sounds;
}
