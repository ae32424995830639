import { addMonths, type LocalDate, localDate, parseLocalDate, startOfDay } from '../../calendar/localDate.ts';
import type { RequestTerms } from './terms.ts';

/** The time for which an agreement runs: from `from` until just before `until`. */
export interface Term {
  readonly from: Date;
  readonly until: Date;
  /** Chicago date on which both sides look at the agreement again. */
  readonly reviewOn: LocalDate;
}

const LONGEST_WITHOUT_REVIEW_MONTHS = 12;

/**
 * A term of whole months ends at the midnight in Chicago with which it is over: a year from 1 Dec 2026 runs through
 * 30 Nov 2027. Asked for from a later day, it begins with that day.
 */
export function startOfTerm(at: Date, months: number, terms: RequestTerms): Term {
  const asked = terms.startsOn === null ? at : startOfDay(parseLocalDate(terms.startsOn));
  const from = asked > at ? asked : at;
  const first = localDate(from);
  return { from, until: startOfDay(addMonths(first, months)), reviewOn: reviewDate(first, months, terms) };
}

/** The same term, over at an instant if that comes earlier. One that lies before its beginning leaves nothing of it. */
export function endedBy(term: Term, until: Date | null): Term {
  if (until === null || until >= term.until) return term;
  return { ...term, until: until > term.from ? until : term.from };
}

/** The new time follows the old one without a gap. */
export function renewedTerm(term: Term, months: number, terms: RequestTerms): Term {
  const first = localDate(term.until);
  return { from: term.from, until: startOfDay(addMonths(first, months)), reviewOn: reviewDate(first, months, terms) };
}

function reviewDate(first: LocalDate, months: number, terms: RequestTerms): LocalDate {
  // An owner may have given less time than was asked for: the review is never later than the end.
  return addMonths(first, Math.min(terms.reviewMonths ?? LONGEST_WITHOUT_REVIEW_MONTHS, months));
}
