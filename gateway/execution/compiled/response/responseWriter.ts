import type { DisclosedObject } from '../../../model/disclosure.ts';
import type { Withheld } from '../../../model/engineResponse.ts';
import type { PersonFacts } from '../../../model/personFacts.ts';
import type { LeftOut } from '../../contract/leftOut.ts';
import { BudgetSpent } from '../../contract/responseBudget.ts';
import type { VariableValues } from '../../contract/variableValues.ts';
import type { JsonObject } from '../json/json.ts';
import { inOnePiece } from '../json/jsonText.ts';

/** State of the writer of one response. */
export interface WriterState {
  readonly variables: VariableValues;
  /** Where in the merged data the value stands that is being written. */
  readonly path: (string | number)[];
  /** Lists and objects that stand in several places, with their text once they have been written without a fault. */
  readonly shared: Map<object, Written | undefined>;
  /** Objects that may still be written. */
  objectsLeft: number;
  /** Length of all objects written so far, each counted with what is inside of it once it is complete. */
  length: number;
  readonly maxLength: number;
  /** Counts what differs from place to place (faults have paths): a text with any of it is not used again. */
  faults: number;
  readonly persons: PersonFacts | undefined;
  /** The person whose data is being written; undefined outside of any person. */
  personId: string | undefined;
  /** Which coordinates of the present scope hold a value or came back empty (see DisclosedObject). */
  bits: number[];
  /** What has been written, by person. */
  readonly disclosed: DisclosedObject[];
  readonly withheld: Withheld[];
  readonly leftOut: LeftOut[];
  /** Persons of whom a fact was needed that is not known yet. */
  readonly missing: Set<string>;
  /** True if anything failed in this request so far. */
  readonly failed: () => boolean;
  /** True if a failure accounts for a null at this place. */
  readonly isFailure: (path: readonly (string | number)[]) => boolean;
  /** A value that is missing or cannot be what the schema says it is. */
  readonly invalid: (path: readonly (string | number)[], message: string) => void;
}

/** Marks a value that could not be written: the nearest nullable parent becomes null (GraphQL 6.4.4). */
export const FAULT = undefined;

/** Marks an object that the requester may not know about. No JSON text is empty, and like FAULT it is falsy. */
export const LEFT_OUT = '';

/** JSON text of one value of the merged data, or FAULT, or LEFT_OUT. */
export type Write = (value: unknown, state: WriterState) => string | typeof FAULT;

/** A nullable place: null where nothing came, or where what came cannot be shown. */
export function nullable(write: Write): Write {
  return (value, state) => (value === null || value === undefined ? 'null' : (write(value, state) ?? 'null'));
}

/** The place of one object outside of a list: null, even where the type is non-null, as a denied field is. */
export function nullIfLeftOut(write: Write): Write {
  return (value, state) => {
    const text = write(value, state);
    if (text !== LEFT_OUT) return text;
    // Not an empty place, and another person's object at another place may be sent.
    state.faults++;
    return 'null';
  };
}

/** A place that must have a value; without one its parent goes. */
export function nonNull(write: Write): Write {
  return (value, state) => {
    if (value !== null && value !== undefined) return write(value, state);
    state.faults++;
    state.invalid(state.path, 'A value that must not be null is missing.');
    return FAULT;
  };
}

/**
 * A value that stands in several places of one answer is written once for each writer: parents of different types may
 * show different fields of it.
 */
export function writtenOnce(write: Write): Write {
  return (value, state) => {
    const { shared } = state;
    if (shared.size === 0 || typeof value !== 'object' || value === null || !shared.has(value)) {
      return write(value, state);
    }
    const cached = shared.get(value);
    if (cached?.by === write) {
      state.objectsLeft -= cached.objects;
      state.length += cached.text.length;
      if (state.objectsLeft < 0 || state.length > state.maxLength) throw new BudgetSpent();
      return cached.text;
    }
    const before = state.faults;
    const objectsBefore = state.objectsLeft;
    const text = write(value, state);
    if (text === FAULT || state.faults !== before) return text;
    shared.set(value, { by: write, text: inOnePiece(text), objects: objectsBefore - state.objectsLeft });
    return text;
  };
}

/** Text of a shared value, and the writer that wrote it. */
export interface Written {
  readonly by: Write;
  readonly text: string;
  /** Objects in the text. */
  readonly objects: number;
}

/** A list of which every item is sent; one item that cannot be written and must not be null takes the list with it. */
export function list(writeItem: Write): Write {
  return (value, state) => {
    if (!Array.isArray(value)) return unusable(state);
    const { path } = state;
    const last = path.push(0) - 1;
    let out = '[';
    for (let index = 0; index < value.length; index++) {
      path[last] = index;
      const text = writeItem(value[index], state);
      if (text === FAULT) {
        path.pop();
        return FAULT;
      }
      out += index === 0 ? text : `,${text}`;
    }
    path.pop();
    return `${out}]`;
  };
}

/** A list of objects some of which may be left out. */
export function listWithoutHidden(writeItem: Write): Write {
  return (value, state) => {
    if (!Array.isArray(value)) return unusable(state);
    const { path } = state;
    const last = path.push(0) - 1;
    const texts: string[] = [];
    for (let index = 0; index < value.length; index++) {
      path[last] = index;
      const text = writeItem(value[index], state);
      if (text === FAULT) {
        path.pop();
        return FAULT;
      }
      if (text === LEFT_OUT) {
        // What is left out is noted by place, so the text must not be used for another.
        state.faults++;
        state.leftOut.push({ list: path.slice(0, last), index });
      } else texts.push(text);
    }
    path.pop();
    return `[${texts.join(',')}]`;
  };
}

/** The subgraph gave something the schema does not allow here. */
export function unusable(state: WriterState): typeof FAULT {
  state.faults++;
  state.invalid(state.path, 'A value is not of the type the schema promises.');
  return FAULT;
}

export type ObjectWriter = (source: JsonObject, state: WriterState) => string | typeof FAULT;
