import type { FieldRule } from '../../../model/fieldAccess.ts';
import { BudgetSpent } from '../../contract/responseBudget.ts';
import { mask, selectRule } from '../../gates/selectRule.ts';
import type { JsonObject } from '../json/json.ts';
import { jsonText } from '../json/jsonText.ts';
import { FAULT, type ObjectWriter, type WriterState } from './responseWriter.ts';

/** A field of one runtime type: its key as text, and how its value is read and written. */
export interface FieldWriter {
  readonly head: string;
  readonly key: string;
  readonly write: (source: JsonObject, state: WriterState) => string | typeof FAULT;
}

/**
 * Sets the field's bit when something other than null was written, and its bit among the empty ones when nothing came.
 */
export function noted(write: FieldWriter['write'], bit: number): FieldWriter['write'] {
  const word = (bit >>> 5) * 2;
  const flag = 1 << (bit & 31);
  return (source, state) => {
    const { faults, bits } = state;
    const text = write(source, state);
    if (text === FAULT) return text;
    if (text.length > 4) bits[word] = (bits[word] ?? 0) | flag;
    else noteShort(text, word, flag, faults, state);
    return text;
  };
}

/** Apart from `noted`, so that what runs for nearly every field stays small enough for V8 to inline. */
function noteShort(text: string, word: number, flag: number, faults: number, state: WriterState): void {
  const { bits } = state;
  if (text !== 'null') bits[word] = (bits[word] ?? 0) | flag;
  if ((text === 'null' || text === '[]') && state.faults === faults && !state.isFailure(state.path)) {
    bits[word + 1] = (bits[word + 1] ?? 0) | flag;
  }
}

/** Writes the field in the form of the first rule that applies to the person; otherwise null, and notes the place. */
export function byRules(
  rules: readonly FieldRule[],
  typeName: string,
  fieldName: string,
  read: (source: JsonObject) => unknown,
  write: FieldWriter['write'],
): FieldWriter['write'] {
  return (source, state) => {
    const rule = selectRule(rules, state);
    if (rule === undefined) {
      // Places have paths of their own, so the text must not be used for another.
      state.faults++;
      state.withheld.push({ path: [...state.path], typeName, fieldName, personId: state.personId });
      return 'null';
    }
    if (rule.transform === undefined) return write(source, state);
    const value = read(source);
    const form = mask(value, rule.transform);
    // A value that no mask fits is withheld, not empty.
    if (form === null && value !== null && value !== undefined) state.faults++;
    return jsonText(form);
  };
}

/** Writes an object. Throws BudgetSpent when the response has too many objects or is too long. */
export function writeFields(fields: readonly FieldWriter[]): ObjectWriter {
  return (source, state) => {
    if (--state.objectsLeft < 0) stop();
    const { path, length } = state;
    const last = path.push('') - 1;
    let out = '{';
    for (let index = 0; index < fields.length; index++) {
      const { head, key, write } = fields[index] as FieldWriter; // within bounds
      path[last] = key;
      const text = write(source, state);
      if (text === FAULT) {
        path.pop();
        return FAULT;
      }
      out += head + text;
    }
    path.pop();
    // The objects inside of this one are counted with it from here on.
    state.length = length + out.length;
    if (state.length > state.maxLength) stop();
    return `${out}}`;
  };
}

function stop(): never {
  throw new BudgetSpent();
}
