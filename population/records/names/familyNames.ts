import type { RandomStream } from '../../random/randomStream.ts';

/** The woman's form of a Polish name: Kowalski, Kowalska. */
export function withFeminineEnding(family: string): string {
  return family.replace(/([sc]|dz)ki$/, '$1ka');
}

/**
 * A name with an apostrophe, a hyphen or a particle as a system writes it that has no place for them: O'Brien, OBrien or
 * O Brien; Dela-Cruz, Dela Cruz, Delacruz or De La Cruz; McCarthy, Mc Carthy or Mccarthy; Ji-woo, Ji Woo or Jiwoo.
 */
export function withoutMarks(random: RandomStream, name: string): string {
  if (name.includes("'")) return random.pick([name.replace("'", ''), name.replace("'", ' ')]);
  if (name === 'Dela-Cruz') return random.pick(['Dela Cruz', 'Delacruz', 'De La Cruz']);
  if (name === 'Vandenberg') return random.pick(['Van Den Berg', 'Van denberg', 'Vandenberg']);
  if (name.includes('-')) {
    const [first = '', second = ''] = name.split('-');
    const capital = second.charAt(0).toUpperCase() + second.slice(1);
    return random.pick([first + second, `${first} ${capital}`, first]);
  }
  const scottish = /^(Mc)([A-Z].*)$/.exec(name);
  if (scottish) return random.pick([`Mc ${scottish[2]}`, `Mc${scottish[2]?.toLowerCase()}`, `Mac${scottish[2]}`]);
  return name;
}

/** Two family names as a form takes them: both, with a hyphen, joined, or only the second. */
export function withSecondName(random: RandomStream, first: string, second: string): string {
  const how = random.weighted([
    [50, 'BOTH'],
    [25, 'HYPHEN'],
    [20, 'SECOND'],
    [5, 'JOINED'],
  ]);
  switch (how) {
    case 'BOTH':
      return `${first} ${second}`;
    case 'HYPHEN':
      return `${first}-${second}`;
    case 'SECOND':
      return second;
    case 'JOINED':
      return first + second.toLowerCase();
  }
}

/** The name before a marriage, or both with the former first. */
export function withFormerName(random: RandomStream, family: string, former: string): string {
  const how = random.weighted([
    [70, 'FORMER'],
    [18, 'HYPHEN'],
    [12, 'BOTH'],
  ]);
  return how === 'FORMER' ? former : how === 'HYPHEN' ? `${former}-${family}` : `${former} ${family}`;
}
