import type { Heritage } from '../../names/heritage.ts';
import type { RandomStream } from '../../random/randomStream.ts';

type Rule = readonly [sound: RegExp, spelling: string];

/** Spellings that sound alike to an English speaker. */
const english: readonly Rule[] = [
  [/ph/, 'f'],
  [/ck/, 'k'],
  [/ie/, 'ei'],
  [/ei/, 'ie'],
  [/ee/, 'ea'],
  [/ll/, 'l'],
  [/nn/, 'n'],
  [/tt/, 't'],
  [/rr/, 'r'],
  [/([aeiou])l([aeiou])/, '$1ll$2'],
  [/([aeiou])n([aeiou])/, '$1nn$2'],
  [/sen$/, 'son'],
  [/son$/, 'sen'],
  [/y$/, 'ie'],
  [/ia$/, 'ea'],
  [/a(?=[nl])/, 'e'],
  [/e(?=[nr])/, 'a'],
  [/c(?=[aou])/i, 'k'],
  [/s(?=[aeiou])/, 'z'],
];

const sounds: Readonly<Record<Heritage, readonly Rule[]>> = {
  GENERAL: [
    [/mc/i, 'Mac'],
    [/sch/i, 'Sh'],
    [/dt$/, 't'],
    [/mann$/, 'man'],
    [/ey/, 'ay'],
  ],
  AFRICAN_AMERICAN: [
    [/ei/, 'ee'],
    [/sha/, 'cia'],
    [/ique$/, 'eek'],
    [/ay/, 'ai'],
    [/a$/, 'ah'],
    [/gh/, 'g'],
  ],
  HISPANIC: [
    [/z/, 's'],
    [/s(?=[aeiou])/, 'z'],
    [/v/, 'b'],
    [/b/, 'v'],
    [/j/, 'h'],
    [/ll/, 'y'],
    [/qu/, 'k'],
    [/gu/, 'g'],
    [/h/, ''],
    [/es$/, 'ez'],
  ],
  POLISH: [
    [/cz/, 'ch'],
    [/sz/, 'sh'],
    [/w/, 'v'],
    [/rz/, 'z'],
    [/ski$/, 'sky'],
    [/j/, 'y'],
    [/k(?=r|o)/, 'c'],
    [/ł/, 'w'],
    [/ie/, 'e'],
  ],
  SOUTH_ASIAN: [
    [/ee/, 'i'],
    [/oo/, 'u'],
    [/sh/, 's'],
    [/v/, 'w'],
    [/dh?r/, 'dhr'],
    [/a$/, 'ah'],
    [/y$/, 'i'],
    [/ai/, 'ay'],
  ],
  EAST_ASIAN: [
    [/ng/, 'n'],
    [/n$/, 'ng'],
    [/x/i, 'Sh'],
    [/zh/i, 'J'],
    [/uy/, 'ui'],
    [/oo/, 'u'],
    [/eo/, 'u'],
    [/ye/, 'e'],
  ],
  ARAB: [
    [/kh/i, 'K'],
    [/ou/, 'u'],
    [/oo/, 'u'],
    [/q/i, 'K'],
    [/ee/, 'i'],
    [/ei/, 'ay'],
    [/ss/, 's'],
    [/h$/, ''],
    [/a$/, 'ah'],
  ],
  UKRAINIAN: [
    [/iy$/, 'y'],
    [/iy$/, 'ii'],
    [/y/, 'i'],
    [/ks/, 'x'],
    [/h/i, 'G'],
    [/shch/i, 'Sch'],
    [/enko$/, 'inko'],
    [/v$/, 'ff'],
  ],
};

const rulesOf = new Map<Heritage, readonly Rule[]>(
  // The sounds of the name's own language are what an English speaker gets wrong most: they count twice.
  (Object.keys(sounds) as Heritage[]).map((heritage) => [
    heritage,
    [...sounds[heritage], ...sounds[heritage], ...english],
  ]),
);

/** The name as somebody writes it who only heard it. The same name if no rule concerns it. */
export function misspell(random: RandomStream, name: string, heritage: Heritage): string {
  const applicable = (rulesOf.get(heritage) ?? english).filter(([sound]) => sound.test(name));
  if (applicable.length === 0) return name;
  const [sound, spelling] = random.pick(applicable);
  const written = name.replace(sound, spelling).toLowerCase();
  return written.charAt(0).toUpperCase() + written.slice(1);
}
