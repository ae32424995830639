import type { RandomStream } from '../../random/randomStream.ts';

/** Keys next to each letter on a QWERTY keyboard. */
const neighbors: Readonly<Record<string, string>> = {
  ...{ a: 'qwsz', b: 'vghn', c: 'xdfv', d: 'serfcx', e: 'wsdr', f: 'drtgvc', g: 'ftyhbv', h: 'gyujnb', i: 'ujko' },
  ...{ j: 'huikmn', k: 'jiolm', l: 'kop', m: 'njk', n: 'bhjm', o: 'iklp', p: 'ol', q: 'wa', r: 'edft', s: 'awedxz' },
  ...{ t: 'rfgy', u: 'yhji', v: 'cfgb', w: 'qase', x: 'zsdc', y: 'tghu', z: 'asx' },
};

/** One typing error: a neighboring key, two letters swapped, one left out, or one doubled. Seldom the first letter. */
export function mistype(random: RandomStream, name: string): string {
  if (name.length < 3) return name;
  const place = random.chance(0.05) ? 0 : random.between(1, name.length - 1);
  const before = name.slice(0, place);
  const letter = name.charAt(place);
  const after = name.slice(place + 1);
  const kind = random.weighted([
    [35, 'NEIGHBOR'],
    [25, 'SWAPPED'],
    [25, 'LEFT_OUT'],
    [15, 'DOUBLED'],
  ]);
  switch (kind) {
    case 'NEIGHBOR': {
      const keys = neighbors[letter.toLowerCase()];
      if (keys === undefined) return before + letter + letter + after;
      const typed = random.pick(keys.split(''));
      return before + (place === 0 ? typed.toUpperCase() : typed) + after;
    }
    case 'SWAPPED':
      return place === 0 || after === '' || after.charAt(0) === letter
        ? before + after
        : before + after.charAt(0) + letter + after.slice(1);
    case 'LEFT_OUT':
      return place === 0 ? name : before + after;
    case 'DOUBLED':
      return before + letter + letter.toLowerCase() + after;
  }
}

/** Letters that decompose into no mark: they are replaced by the letter they look like. */
const LOOKALIKES: Readonly<Record<string, string>> = { ł: 'l', Ł: 'L' };

export function withoutAccents(name: string): string {
  // Most names are plain ASCII; nothing is normalized for them.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is that of ASCII.
  if (/^[\x00-\x7f]*$/.test(name)) return name;
  return name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[łŁ]/g, (letter) => LOOKALIKES[letter] ?? letter);
}
