import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { NO_TRAITS, type Traits } from '../../../../schema/persons/sourceRecord.ts';
import { CliError } from '../../../cliError.ts';
import { readCsvRows } from '../linkage/csvRows.ts';

/** The keys of the constant are the traits. */
const TRAITS = Object.keys(NO_TRAITS) as (keyof Traits)[];
const trait = z.string().nullish();

export const TraitsInput = z.strictObject({
  ...{ given: trait, middle: trait, family: trait, suffix: trait, birthDate: trait, gender: trait, ssn: trait },
  ...{ street: trait, city: trait, state: trait, zip: trait, phone: trait },
});

const Registration = z.strictObject({
  system: z.string().min(1).optional(),
  number: z.string().min(1),
  traits: TraitsInput,
  primaryLanguage: z.string().nullish(),
  living: z.boolean().nullish(),
  householdOfNumber: z.string().nullish(),
});

/** A record as `registerRecord` takes it. */
export type Registration = z.infer<typeof Registration> & { readonly system: string };

export interface NumberedRegistration {
  /** Where it stands: `line 7` of a CSV file, `record 7` of a JSON file. */
  readonly place: string;
  readonly registration: Registration;
}

/**
 * Reads records: CSV with the columns system and number, and any of the traits, primaryLanguage, living (true or false),
 * and householdOfNumber; or JSON, a list of {system, number, traits, ...}.
 * @param system of records that do not name theirs
 */
export function readRegistrations(file: string, system: string | undefined): readonly NumberedRegistration[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new CliError(`${file} cannot be read. Name a CSV or JSON file with records.`);
  }
  const found = file.endsWith('.json') ? readJson(file, text) : readCsv(file, text);
  if (found.length === 0) throw new CliError(`${file} has no records.`);
  return found.map(({ place, registration }) => {
    const named = registration.system ?? system;
    if (named === undefined) throw new CliError(`${file}, ${place}: there is no system. Name it with --system.`);
    return { place, registration: { ...registration, system: named } };
  });
}

interface ReadRegistration {
  readonly place: string;
  readonly registration: z.infer<typeof Registration>;
}

function readJson(file: string, text: string): readonly ReadRegistration[] {
  try {
    const registrations = z.array(Registration).parse(JSON.parse(text));
    return registrations.map((registration, at) => ({ place: `record ${at + 1}`, registration }));
  } catch (error) {
    throw new CliError(
      `${file} is no list of records such as [{"number": "12", "traits": {"family": "Lopez"}}]: ` +
        `${error instanceof z.ZodError ? z.prettifyError(error) : 'it is no JSON'}`,
    );
  }
}

function readCsv(file: string, text: string): readonly ReadRegistration[] {
  const [header = [], ...rows] = readCsvRows(text);
  const known = ['system', 'number', ...TRAITS, 'primaryLanguage', 'living', 'householdOfNumber'];
  const unknown = header.filter((column) => !known.includes(column));
  if (unknown.length > 0) {
    throw new CliError(`${file} has the columns ${unknown.join(', ')}, which nobody reads. Use: ${known.join(', ')}.`);
  }
  if (!header.includes('number')) {
    throw new CliError(`${file} has no column "number". Add the system's number of each record.`);
  }
  return rows.map((row, at) => {
    const place = `line ${at + 2}`;
    const value = (column: string): string | null => row[header.indexOf(column)] || null;
    const number = value('number');
    if (number === null) throw new CliError(`${file}, ${place}: there is no number. Give each record its number.`);
    const living = value('living');
    if (living !== null && living !== 'true' && living !== 'false') {
      throw new CliError(`${file}, ${place}: living is ${living}. Use true or false, or leave it empty.`);
    }
    const traits = Object.fromEntries(TRAITS.map((name) => [name, value(name)]));
    return {
      place,
      registration: {
        ...{ system: value('system') ?? undefined, number, traits, primaryLanguage: value('primaryLanguage') },
        ...{ living: living === null ? null : living === 'true', householdOfNumber: value('householdOfNumber') },
      },
    };
  });
}
