import { useFormats } from '../i18n/dates.ts';
import { type Catalog, useText } from '../i18n/language.tsx';

const en = {
  age: (years: number) => (years === 1 ? '1 year' : `${years} years`),
  band: (group: string) => `age ${group}`,
};
const es: typeof en = {
  age: (years) => (years === 1 ? '1 año' : `${years} años`),
  band: (group) => `edad ${group}`,
};
const text: Catalog<typeof en> = { en, es };

/** A birth date with the age, or the month, the year, or the age group that a mask has left of it. */
export function BirthDate({ value }: { readonly value: string }) {
  const { date, month } = useFormats();
  const words = useText(text);
  if (/^\d{4}-\d{2}-\d{2}/.test(value)) {
    return (
      <>
        {date(value)} <span className="soft">({words.age(ageOf(value, new Date()))})</span>
      </>
    );
  }
  if (/^\d{4}-\d{2}$/.test(value)) return <>{month(`${value}-01`)}</>;
  return <>{/^\d{4}$/.test(value) ? value : words.band(value)}</>;
}

const dayInIllinois = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' });

/** Full years from a birth date to a day in Illinois. */
function ageOf(birthDate: string, now: Date): number {
  const today = dayInIllinois.format(now);
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5, 10) ? years - 1 : years;
}
