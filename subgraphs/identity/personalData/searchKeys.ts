import { joinedWords, searchWords, soundsOf } from './searchWords.ts';

/** A sound of one letter, such as that of LE, LEE and LI, would find too many. */
const SHORTEST_SOUND = 2;
const EDGE = 4;
/** Most words of a name that get keys. */
const MOST_WORDS = 8;
const MOST_PAIRS = 16;
/** Most keys of a search; two words have about fifteen. */
const MOST_KEYS = 48;

/** Kinds of search keys and the weight of a match. They are part of stored tokens: never reuse one with another meaning. */
const WEIGHTS = { pair: 8, word: 4, sound: 2, start: 1, end: 1 } as const;

export interface SearchKey {
  readonly key: string;
  readonly weight: number;
}

interface SearchedPerson {
  readonly given: string | null;
  readonly family: string | null;
  readonly birthDate: string | null;
}

/** Keys by which a person is found; their tokens are stored (person_search_token). About a dozen, each once. */
export function searchKeysOf({ given, family, birthDate }: SearchedPerson): readonly string[] {
  const [givens, families] = [ownWords(given ?? ''), ownWords(family ?? '')];
  const keys = new Set(birthDate === null ? [] : [birthKey(birthDate)]);
  for (const word of [...givens, ...families]) for (const { key } of wordKeys(word)) keys.add(key);
  for (const { key } of pairKeys(givens, families)) keys.add(key);
  return [...keys];
}

/** Keys to search for by the words of a name, in any order. The ones that say most come first. */
export function searchKeysOfWords(words: readonly string[]): readonly SearchKey[] {
  const some = words.slice(0, MOST_WORDS);
  const joined = joinedWords(some).map(({ word }) => word);
  const keys = new Map<string, SearchKey>();
  for (const word of [...some, ...joined]) for (const each of wordKeys(word)) keys.set(each.key, each);
  for (const [at, word] of some.entries()) {
    for (const each of pairKeys([word], some.slice(at + 1))) keys.set(each.key, each);
  }
  return [...keys.values()].sort((one, other) => other.weight - one.weight).slice(0, MOST_KEYS);
}

export function birthKey(birthDate: string): string {
  return `birth|${birthDate}`;
}

/** Words of a given or a family name, and all of them as one word. */
function ownWords(name: string): readonly string[] {
  const words = searchWords(name).slice(0, MOST_WORDS);
  return words.length < 2 ? words : [...words, words.join('')];
}

function wordKeys(word: string): readonly SearchKey[] {
  const keys: SearchKey[] = [{ key: `word|${word}`, weight: WEIGHTS.word }];
  for (const sound of soundsOf(word)) {
    if (sound.length >= SHORTEST_SOUND) keys.push({ key: `sound|${sound}`, weight: WEIGHTS.sound });
  }
  // Finds names with a slip that changes their sound.
  if (word.length > EDGE) keys.push({ key: `start|${word.slice(0, EDGE)}`, weight: WEIGHTS.start });
  if (word.length > EDGE + 1) keys.push({ key: `end|${word.slice(-EDGE)}`, weight: WEIGHTS.end });
  return keys;
}

/** Two names by their sounds, in either order: rare even if each of the names is common. */
function pairKeys(some: readonly string[], others: readonly string[]): readonly SearchKey[] {
  const keys: SearchKey[] = [];
  for (const one of some.flatMap(soundsOf)) {
    for (const other of others.flatMap(soundsOf)) {
      const key = one < other ? `pair|${one} ${other}` : `pair|${other} ${one}`;
      if (keys.length < MOST_PAIRS) keys.push({ key, weight: WEIGHTS.pair });
    }
  }
  return keys;
}
