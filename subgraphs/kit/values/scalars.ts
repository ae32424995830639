import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isCalendarDay } from '../../../schema/values/calendarDay.ts';
import { parseInstant } from '../../../schema/values/instant.ts';

const A_DATE = 'a calendar date like 2026-12-01, in the years 0001 to 9999';
const AN_INSTANT = 'an instant with its zone (RFC 3339) like 2026-12-01T15:00:00Z or 2026-12-01T09:00:00.123456-06:00';

/** A calendar date, kept as text throughout: a JS Date is an instant, and falls on another day in another time zone. */
const Date_ = new GraphQLScalarType<string, string>({
  name: 'Date',
  serialize: (value) => checked(isDate, value, A_DATE),
  parseValue: (value) => checked(isDate, value, A_DATE),
  parseLiteral: (node) => checked(isDate, stringOf(node), A_DATE),
});

/** An instant. A JS Date from the database is serialized in UTC; text from the client is converted to UTC. */
const DateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  serialize: (value) => (value instanceof Date ? value.toISOString() : inUtc(value)),
  parseValue: inUtc,
  parseLiteral: (node) => inUtc(stringOf(node)),
});

/** An amount in whole cents, within the range of exact integers. */
const Cents = new GraphQLScalarType<number, number>({
  name: 'Cents',
  serialize: (value) => checked(isCents, value, 'a whole number of cents'),
  parseValue: (value) => checked(isCents, value, 'a whole number of cents'),
  parseLiteral: (node) =>
    checked(isCents, node.kind === Kind.INT ? Number(node.value) : undefined, 'a whole number of cents'),
});

/** Scalars that an agency's SDL may declare. */
export const scalars: Readonly<Record<string, GraphQLScalarType>> = { Date: Date_, DateTime, Cents };

function isDate(value: unknown): value is string {
  return typeof value === 'string' && isCalendarDay(value);
}

function inUtc(value: unknown): string {
  const instant = typeof value === 'string' ? parseInstant(value) : undefined;
  if (instant === undefined) throw refusal(AN_INSTANT);
  return instant;
}

function isCents(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function stringOf(node: ValueNode): string | undefined {
  return node.kind === Kind.STRING ? node.value : undefined;
}

/** Checks a value. The error message omits the value, which may be personal data on its way out. */
function checked<Value>(is: (value: unknown) => value is Value, value: unknown, expected: string): Value {
  if (!is(value)) throw refusal(expected);
  return value;
}

function refusal(expected: string): GraphQLError {
  return new GraphQLError(`The value is not ${expected}.`, { extensions: { code: 'BAD_USER_INPUT' } });
}
