import { statedText } from './statedText.ts';

const LONGEST = 4_000;

/**
 * Checks every text in a move the same way. Rejects text that PostgreSQL cannot store or that hides something from its
 * reader.
 */
export function plainTexts<Value>(name: string, value: Value): Value {
  check(name, value);
  return value;
}

function check(name: string, value: unknown): void {
  if (typeof value === 'string') statedText(name, value, 0, LONGEST);
  else if (Array.isArray(value)) for (const item of value) check(name, item);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) check(key, inner);
  }
}
