import type { BusinessCalendar } from '../calendar/calendar.ts';
import type { Catalogues } from './catalogues.ts';
import type { AgreementSettings } from './settings.ts';

/** What a move is measured by. */
export interface Rules {
  readonly calendar: BusinessCalendar;
  readonly catalogues: Catalogues;
  readonly settings: AgreementSettings;
}
