import type { BusinessCalendar } from '../calendar/calendar.ts';
import type { AgreementSettings } from './settings.ts';
import type { Catalogues } from './terms/catalogues.ts';

/** The rules that moves are validated against. */
export interface Rules {
  readonly calendar: BusinessCalendar;
  readonly catalogues: Catalogues;
  readonly settings: AgreementSettings;
}
