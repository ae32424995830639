import type { BusinessCalendar } from '../calendar/calendar.ts';
import type { AgreementSettings } from './settings.ts';
import type { Catalogues } from './terms/catalogues.ts';

/** What a move is measured by. */
export interface Rules {
  readonly calendar: BusinessCalendar;
  readonly catalogues: Catalogues;
  readonly settings: AgreementSettings;
}
