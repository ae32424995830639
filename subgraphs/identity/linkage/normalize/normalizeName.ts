import { foldedWords } from './foldText.ts';
import { withoutPlaceholder } from './placeholders.ts';
import { remember } from './remember.ts';

/** Parts of a family name that systems write or leave out. */
const PARTICLES = new Set(
  'DE LA LAS LOS DEL DA DAS DO DOS DI DU LE VAN VON DER DEN TER Y E AL EL BIN BINT IBN ABU'.split(' '),
);

const SUFFIXES: Readonly<Record<string, string>> = {
  JR: 'JR',
  JUNIOR: 'JR',
  SR: 'SR',
  SENIOR: 'SR',
  // A son with his father's name is Jr. or II.
  II: 'JR',
  '2ND': 'JR',
  III: 'III',
  '3RD': 'III',
  IV: 'IV',
  '4TH': 'IV',
};

const TITLES = new Set(['MR', 'MRS', 'MS', 'MISS', 'DR']);

export interface NormalizedName {
  readonly given: string | null;
  readonly middle: string | null;
  readonly family: string | null;
  readonly family1: string | null;
  readonly family2: string | null;
  readonly suffix: string | null;
  readonly newborn: string | null;
}

const nameWords = remember((text): readonly string[] => foldedWords(text));
const wordsOf = (name: string | null): readonly string[] => (name === null ? [] : nameWords(name));

interface NameTraits {
  readonly given: string | null;
  readonly middle: string | null;
  readonly family: string | null;
  readonly suffix: string | null;
}

/** Name in parts: suffixes out of the names, particles removed, double family names split, BABY BOY recognized. */
export function normalizeName({ given, middle, family, suffix }: NameTraits): NormalizedName {
  const suffixes: string[] = [];
  const withoutSuffixes = (words: readonly string[]): readonly string[] => {
    // A single word is a name, however it reads.
    if (words.length < 2) return words;
    return words.filter((word, at) => {
      const found = at > 0 ? SUFFIXES[word] : undefined;
      if (found !== undefined) suffixes.push(found);
      return found === undefined;
    });
  };
  const written = wordsOf(suffix).join('');
  const families = familyParts(withoutSuffixes(wordsOf(family)));
  const givens = wordsOf(given);
  // N/A is two words.
  const first = withoutSuffixes(withoutPlaceholder(givens.join('')) === null ? [] : givens).filter(
    (word) => !TITLES.has(word),
  );
  const newborn = isNewborn(first);
  const [name = '', ...others] = newborn ? [] : first;
  const further = [...others, ...wordsOf(middle)].join('');
  return {
    given: withoutPlaceholder(name),
    middle: withoutPlaceholder(further),
    family: withoutPlaceholder(families.join('')),
    family1: withoutPlaceholder(families[0] ?? ''),
    family2: withoutPlaceholder(families[1] ?? ''),
    suffix: SUFFIXES[written] ?? suffixes[0] ?? null,
    newborn: newborn ? 'Y' : null,
  };
}

/** Matches BABY BOY, BABYGIRL, BB, BG, NEWBORN, INFANT, BOY A, and BABY BOY OF MARIA. */
function isNewborn(words: readonly string[]): boolean {
  const text = words.join(' ');
  return (
    /^(BABY ?(BOY|GIRL|MALE|FEMALE)?|NEWBORN|INFANT|NEONATE|BB|BG)( [A-D12])?( (BOY|GIRL|MALE|FEMALE|OF .*))?$/.test(
      text,
    ) || /^(BOY|GIRL)( [A-D12]| OF .*)?$/.test(text)
  );
}

function familyParts(words: readonly string[]): string[] {
  const names = words.filter((word) => !PARTICLES.has(word));
  const joined = joinMc(names.length === 0 ? words : names);
  return joined.map((name) => unifyMac(name.replace(/^(DELA|DELOS|DELAS|VANDER|VANDEN)(?=[A-Z]{4})/, '')));
}

/** Joins MC DONALD and O BRIEN, which are one name each. */
function joinMc(words: readonly string[]): string[] {
  const names: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const next = words[at + 1];
    const isPrefix = word === 'MC' || word === 'MAC' || word === 'O' || word === 'SAINT' || word === 'ST';
    if (isPrefix && next !== undefined) {
      names.push((word === 'SAINT' ? 'ST' : word) + next);
      at++;
    } else names.push(word);
  }
  return names;
}

/** MACDONALD and MCDONALD are one name; MACHADO, MACIAS, and MACK are not Scottish. */
function unifyMac(name: string): string {
  return name.length >= 7 && /^MAC[ADGKLMNPQRTV]/.test(name) ? `MC${name.slice(3)}` : name;
}
