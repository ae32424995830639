import { addMonths, type LocalDate, localDate, parseLocalDate, startOfDay } from '../../calendar/localDate.ts';
import type { RequestTerms } from './terms.ts';

/** The period of an agreement, from `from` until just before `until`. */
export interface Term {
  readonly from: Date;
  readonly until: Date;
  /** Chicago date on which both sides review the agreement. */
  readonly reviewOn: LocalDate;
}

const LONGEST_WITHOUT_REVIEW_MONTHS = 12;

/**
 * Starts a term of whole months. It ends at midnight in Chicago: a year from 1 Dec 2026 runs through 30 Nov 2027. If a
 * later start date was requested, the term begins on that day.
 */
export function startOfTerm(at: Date, months: number, terms: RequestTerms): Term {
  const asked = terms.startsOn === null ? at : startOfDay(parseLocalDate(terms.startsOn));
  const from = asked > at ? asked : at;
  const first = localDate(from);
  return { from, until: startOfDay(addMonths(first, months)), reviewOn: reviewDate(first, months, terms) };
}

/** Shortens a term to end at an instant, if that is earlier. An end before the beginning leaves an empty term. */
export function endedBy(term: Term, until: Date | null): Term {
  if (until === null || until >= term.until) return term;
  return { ...term, until: until > term.from ? until : term.from };
}

/** Extends a term so that the new period follows the old one without a gap. */
export function renewedTerm(term: Term, months: number, terms: RequestTerms): Term {
  const first = localDate(term.until);
  return { from: term.from, until: startOfDay(addMonths(first, months)), reviewOn: reviewDate(first, months, terms) };
}

function reviewDate(first: LocalDate, months: number, terms: RequestTerms): LocalDate {
  // The owner may have granted less time than requested: the review is never later than the end.
  return addMonths(first, Math.min(terms.reviewMonths ?? LONGEST_WITHOUT_REVIEW_MONTHS, months));
}
