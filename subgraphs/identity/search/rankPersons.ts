import { jaroWinkler } from '../linkage/comparisons/jaroWinkler.ts';
import type { PersonTraits } from '../personalData/personTraits.ts';
import { joinedWords, searchWords, soundsOf } from '../personalData/searchWords.ts';

const SAME_NAME = 0.95;
const SAME_SOUND = 0.9;
/** Less similar words are different names. */
const LEAST_SIMILARITY = 0.85;
/** Mean similarity of the words from which a person is a match: one of two words exactly, or both about. */
const LEAST_MEAN = 0.5;

export interface NamedPerson extends PersonTraits {
  readonly id: string;
}

interface Ranked {
  readonly person: NamedPerson;
  /** Mean similarity of the words searched for. */
  readonly found: number;
  /** Mean similarity of the person's own words. */
  readonly covered: number;
  readonly tie: string;
}

/** Persons whose name resembles the words, best first. Equal matches always come in the same order. */
export function rankPersons(persons: readonly NamedPerson[], words: readonly string[]): readonly NamedPerson[] {
  const searched = comparableWords(words);
  return persons
    .flatMap((person) => rank(person, searched) ?? [])
    .sort((one, other) => other.found - one.found || other.covered - one.covered || (one.tie < other.tie ? -1 : 1))
    .map(({ person }) => person);
}

/** By family name, given name, birth date and id. */
export function inOrderOfNames(persons: readonly NamedPerson[]): readonly NamedPerson[] {
  return persons
    .map((person) => ({ person, tie: tieOf(person, ...namesOf(person)) }))
    .sort((one, other) => (one.tie < other.tie ? -1 : 1))
    .map(({ person }) => person);
}

/** Undefined: the name is another one. */
function rank(person: NamedPerson, searched: ComparableWords): Ranked | undefined {
  const [given, family] = namesOf(person);
  const own = comparableWords([...given, ...family]);
  const all = person.middle === null ? own : comparableWords([...given, ...searchWords(person.middle), ...family]);
  const found = meanSimilarity(searched, all);
  if (found < LEAST_MEAN) return undefined;
  return { person, found, covered: meanSimilarity(own, searched), tie: tieOf(person, given, family) };
}

function namesOf({ given, family }: NamedPerson): [readonly string[], readonly string[]] {
  return [searchWords(given ?? ''), searchWords(family ?? '')];
}

function tieOf({ birthDate, id }: NamedPerson, given: readonly string[], family: readonly string[]): string {
  return [family.join(' '), given.join(' '), birthDate, id].join('\0');
}

interface ComparableWord {
  readonly word: string;
  readonly sounds: readonly string[];
  /** Positions of the words that it stands for. */
  readonly covers: readonly number[];
}
interface ComparableWords {
  readonly length: number;
  /** The words, and neighbors of them as one. */
  readonly all: readonly ComparableWord[];
}

function comparableWords(words: readonly string[]): ComparableWords {
  const single = words.map((word, at) => ({ word, covers: [at] }));
  const all = [...single, ...joinedWords(words)].map((each) => ({ ...each, sounds: soundsOf(each.word) }));
  return { length: words.length, all };
}

function meanSimilarity(words: ComparableWords, others: ComparableWords): number {
  const best = new Array<number>(words.length).fill(0);
  for (const each of words.all) {
    let most = 0;
    for (const other of others.all) {
      if (most < 1) most = Math.max(most, similarity(each, other));
    }
    for (const at of each.covers) best[at] = Math.max(best[at] ?? 0, most);
  }
  return best.reduce((sum, each) => sum + each, 0) / Math.max(1, words.length);
}

function similarity(one: ComparableWord, other: ComparableWord): number {
  if (one.word === other.word) return 1;
  const [sound] = one.sounds;
  // The first sound is the word's own, the others are those of names that it is a nickname of.
  if (sound !== undefined && sound.length > 1 && sound === other.sounds[0]) return SAME_SOUND;
  if (one.sounds.some((each) => each.length > 1 && other.sounds.includes(each))) return SAME_NAME;
  const similar = jaroWinkler(one.word, other.word);
  return similar >= LEAST_SIMILARITY ? similar : 0;
}
