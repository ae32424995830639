import { signatories } from '../../../schema/catalog/agencies.ts';
import type { Calendar, QueryResolvers } from '../../../schema/generated/emou.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import { EXTENSION_REASONS, ExtensionReason } from '../agreement/extensionReasons.ts';
import { dueDate } from '../calendar/businessDays.ts';
import type { BusinessCalendar } from '../calendar/calendar.ts';
import type { RegisterRules } from '../register/register.ts';

type CatalogueQueries = Pick<
  QueryResolvers,
  'agencies' | 'datasets' | 'denialCodes' | 'extensionReasons' | 'calendar' | 'answerDue'
>;

/** 26 May 2016, when the agreement was announced with all 13 signatories. */
const SIGNED_ON = '2016-05-26';
/**
 * First year for which the calendar's rules apply; a period that begins in the last year still ends in the year 9999.
 */
const FIRST_YEAR = 1_970;
const LAST_YEAR = 9_998;
const MOST_YEARS = 10;
const MOST_BUSINESS_DAYS = 60;

export function catalogueQueries({ catalogue, catalogues, calendarOf }: RegisterRules): CatalogueQueries {
  // Agencies publish datasets while this runs.
  const datasets = () => [...catalogue.datasets.values()];
  const denialCodes = () =>
    [...catalogues.denialReasons.values()].map(({ regimes, ...reason }) => ({
      ...reason,
      datasets: datasets()
        .filter((dataset) => regimes.some((regime) => dataset.regimes.includes(regime)))
        .map(({ id }) => id),
    }));
  return {
    agencies: () => signatories.map((agency) => ({ ...agency, signedOn: SIGNED_ON })),
    datasets: (_, { system }) => datasets().filter((dataset) => (system ?? dataset.system) === dataset.system),
    denialCodes: (_, { dataset }) =>
      denialCodes().filter((reason) => dataset == null || reason.datasets.includes(dataset)),
    extensionReasons: () => ExtensionReason.options.map((code) => ({ code, text: EXTENSION_REASONS[code] })),
    calendar: async (_, { fromYear, toYear }, { system: { database } }) => {
      if (fromYear < FIRST_YEAR || toYear < fromYear || toYear - fromYear >= MOST_YEARS || toYear > LAST_YEAR) {
        throw new PublicError(
          'BAD_USER_INPUT',
          `Request 1 to ${MOST_YEARS} years between ${FIRST_YEAR} and ${LAST_YEAR}.`,
        );
      }
      return closedDays(await calendarOf(database), fromYear, toYear);
    },
    answerDue: async (_, { received, businessDays }, { system: { database } }) => {
      const days = businessDays ?? 10;
      if (days < 1 || days > MOST_BUSINESS_DAYS) {
        throw new PublicError('BAD_USER_INPUT', `businessDays must be 1 to ${MOST_BUSINESS_DAYS}, not ${days}.`);
      }
      const instant = new Date(received);
      const year = instant.getUTCFullYear();
      if (year < FIRST_YEAR || year > LAST_YEAR) {
        throw new PublicError(
          'BAD_USER_INPUT',
          `received is in the years ${FIRST_YEAR} to ${LAST_YEAR}, not in ${year}.`,
        );
      }
      return dueDate(instant, days, await calendarOf(database));
    },
  };
}

export function closedDays(calendar: BusinessCalendar, fromYear: number, toYear: number): Calendar {
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, place) => fromYear + place);
  return { version: calendar.data.version, closedDays: years.flatMap((year) => calendar.closuresOf(year)) };
}
