import { NO_TRAITS, type SourceRecord, type Traits } from '../../../../schema/persons/sourceRecord.ts';

const GIVEN = 'Ana Bill William Mary Ann Jose Pepe Li Khadija Beto Deborah Deb Stanislaw Thuy Baby-Boy'.split(' ');
const FAMILY = "Vega Vega-Ruiz O'Brien McDonald Nguyen Kowalski Núñez Smith de-la-Cruz Patel Kim".split(' ');
const STREETS = ['Oak St', 'N Prairie Ave', 'State Street', 'Martin Luther King Dr'];
const CITIES = ['Joliet', 'Saint Charles', 'Chicago'];

/** Made-up records, of which every second is another version of the one before. Deterministic. */
export function madeUpRecords(count: number): readonly SourceRecord[] {
  let state = 1;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % limit;
  };
  const pick = <T>(values: readonly T[]): T => values[below(values.length)] as T;
  const digits = (length: number): string => Array.from({ length }, () => below(10)).join('');
  const draw = (): Traits => ({
    ...NO_TRAITS,
    given: pick(GIVEN),
    middle: below(2) === 0 ? null : pick(['J', 'Lucia', 'Ann']),
    family: pick(FAMILY),
    suffix: below(12) === 0 ? pick(['Jr', 'Sr']) : null,
    birthDate: `${1950 + below(70)}-${1 + below(9)}${below(3)}`.replace(/-(\d)(\d)$/, '-0$1-1$2'),
    gender: pick(['FEMALE', 'MALE', null]),
    ssn: pick([`3${digits(8)}`, null, '000-00-0000', `***-**-${digits(4)}`]),
    street: `${1 + below(30)} ${pick(STREETS)}, Apt ${below(9)}`,
    city: pick(CITIES),
    state: 'IL',
    zip: `6043${below(10)}`,
    phone: below(3) === 0 ? null : `815555${digits(4)}`,
  });
  const mistype = (text: string | null): string | null =>
    text === null || text.length < 4 ? text : text.slice(0, 2) + text.charAt(3) + text.charAt(2) + text.slice(4);
  const another = (traits: Traits): Traits => {
    const changes: readonly (() => Partial<Traits>)[] = [
      () => ({}),
      () => ({ given: mistype(traits.given), ssn: null }),
      () => ({ given: traits.family, family: traits.given }),
      () => ({ birthDate: mistype(traits.birthDate), phone: null }),
      () => ({ street: `${1 + below(30)} ${pick(STREETS)}`, zip: '60601' }),
      () => ({ birthDate: null, city: mistype(traits.city) }),
      () => ({ ssn: mistype(traits.ssn), middle: null }),
    ];
    return { ...traits, ...pick(changes)() };
  };
  let last: Traits = draw();
  return Array.from({ length: count }, (_, at) => {
    last = at % 2 === 0 ? draw() : another(last);
    return { system: at % 2 === 0 ? 'snap' : 'medicaid', number: `${at}`, traits: last };
  });
}
