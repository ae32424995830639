import { signatories } from '../../../schema/agencies.ts';
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
const signedOn = '2016-05-26';
/** The calendar's rules are those of our time; a period that begins in the last year still ends in the year 9999. */
const firstYear = 1_970;
const lastYear = 9_998;
const mostYears = 10;
const mostBusinessDays = 60;

export function catalogueQueries({ catalogue, catalogues, calendarOf }: RegisterRules): CatalogueQueries {
  const datasets = [...catalogue.datasets.values()];
  const denialCodes = [...catalogues.denialReasons.values()].map(({ regimes, ...reason }) => ({
    ...reason,
    datasets: datasets
      .filter((dataset) => regimes.some((regime) => dataset.regimes.includes(regime)))
      .map(({ id }) => id),
  }));
  return {
    agencies: () => signatories.map((agency) => ({ ...agency, signedOn })),
    datasets: (_, { system }) => datasets.filter((dataset) => (system ?? dataset.system) === dataset.system),
    denialCodes: (_, { dataset }) =>
      denialCodes.filter((reason) => dataset == null || reason.datasets.includes(dataset)),
    extensionReasons: () => ExtensionReason.options.map((code) => ({ code, text: EXTENSION_REASONS[code] })),
    calendar: async (_, { fromYear, toYear }, { system: { database } }) => {
      if (fromYear < firstYear || toYear < fromYear || toYear - fromYear >= mostYears || toYear > lastYear) {
        throw new PublicError('BAD_USER_INPUT', `Ask for 1 to ${mostYears} years from ${firstYear} to ${lastYear}.`);
      }
      return closedDays(await calendarOf(database), fromYear, toYear);
    },
    answerDue: async (_, { received, businessDays }, { system: { database } }) => {
      const days = businessDays ?? 10;
      if (days < 1 || days > mostBusinessDays) {
        throw new PublicError('BAD_USER_INPUT', `businessDays is 1 to ${mostBusinessDays}, not ${days}.`);
      }
      const instant = new Date(received);
      const year = instant.getUTCFullYear();
      if (year < firstYear || year > lastYear) {
        throw new PublicError(
          'BAD_USER_INPUT',
          `received is in the years ${firstYear} to ${lastYear}, not in ${year}.`,
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
