import { InvalidArgumentError } from 'commander';
import { parseInstant } from '../schema/values/instant.ts';

/** Parses an option that is an instant. A time zone is required: without one the result would depend on the machine. */
export function instantOption(text: string): Date {
  const instant = parseInstant(text.replace(/^(\S{10}[Tt]\d{2}:\d{2})(?=[Zz+-])/, '$1:00'));
  if (instant === undefined) {
    throw new InvalidArgumentError(
      'Write a time with its time zone: 2026-12-01T09:00:00-06:00 for Illinois in winter, or 2026-12-01T15:00:00Z.',
    );
  }
  return new Date(instant);
}
