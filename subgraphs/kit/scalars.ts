import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

const date = /^(\d{4})-(\d{2})-(\d{2})$/;
const instant = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?Z$/;

/** A calendar date. Text from end to end: a JS Date would be an instant, and another day one zone further. */
const Date_ = new GraphQLScalarType<string, string>({
  name: 'Date',
  serialize: (value) => checked(isDate, value, 'a calendar date like 2026-12-01'),
  parseValue: (value) => checked(isDate, value, 'a calendar date like 2026-12-01'),
  parseLiteral: (node) => checked(isDate, stringOf(node), 'a calendar date like 2026-12-01'),
});

/** An instant in UTC. A JS Date from the database is written out; from the client comes text. */
const DateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  serialize: (value) =>
    value instanceof Date
      ? value.toISOString()
      : checked(isInstant, value, 'an instant in UTC like 2026-12-01T15:00:00Z'),
  parseValue: (value) => checked(isInstant, value, 'an instant in UTC like 2026-12-01T15:00:00Z'),
  parseLiteral: (node) => checked(isInstant, stringOf(node), 'an instant in UTC like 2026-12-01T15:00:00Z'),
});

/** An amount in whole cents, as far as numbers are exact. */
const Cents = new GraphQLScalarType<number, number>({
  name: 'Cents',
  serialize: (value) => checked(isCents, value, 'a whole number of cents'),
  parseValue: (value) => checked(isCents, value, 'a whole number of cents'),
  parseLiteral: (node) =>
    checked(isCents, node.kind === Kind.INT ? Number(node.value) : undefined, 'a whole number of cents'),
});

/** Scalars that the agencies' SDLs may declare. */
export const scalars: Readonly<Record<string, GraphQLScalarType>> = { Date: Date_, DateTime, Cents };

function isDate(value: unknown): value is string {
  const parts = typeof value === 'string' ? date.exec(value) : null;
  if (parts === null) return false;
  const [, year, month, day] = parts.map(Number);
  return year !== undefined && month !== undefined && day !== undefined && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isInstant(value: unknown): value is string {
  const parts = typeof value === 'string' ? instant.exec(value) : null;
  return parts !== null && isDate(parts[1]);
}

function isCents(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function stringOf(node: ValueNode): string | undefined {
  return node.kind === Kind.STRING ? node.value : undefined;
}

/** The value itself is not in the message: on its way out it may be a person's. */
function checked<Value>(is: (value: unknown) => value is Value, value: unknown, expected: string): Value {
  if (!is(value)) throw new GraphQLError(`The value is not ${expected}.`, { extensions: { code: 'BAD_USER_INPUT' } });
  return value;
}
