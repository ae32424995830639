import { PERSON_ID_KEY } from '../../../documents/hiddenKeys.ts';
import type { FieldRule } from '../../../model/fieldAccess.ts';
import { selectRule } from '../../gates/selectRule.ts';
import { ownReader } from '../json/json.ts';
import { noBits, type OpenScope } from './disclosureScopes.ts';
import { FAULT, LEFT_OUT, type ObjectWriter } from './responseWriter.ts';

/** Writes a person, and notes everything inside under that person's id. */
export function writePerson(write: ObjectWriter, scope: OpenScope): ObjectWriter {
  const readId = ownReader(PERSON_ID_KEY);
  return (source, state) => {
    const { personId: outerId, bits: outerBits } = state;
    const id = readId(source);
    const personId = typeof id === 'string' ? id : undefined;
    const bits = noBits(scope);
    state.personId = personId;
    state.bits = bits;
    const text = write(source, state);
    state.personId = outerId;
    state.bits = outerBits;
    if (text !== FAULT) state.disclosed.push({ scope: scope.index, personId, bits });
    return text;
  };
}

export const leftOut: ObjectWriter = () => LEFT_OUT;

/** Writes the object if some rule applies to the person: the person itself, or the one whose object it is. */
export function leftOutByPerson(rules: readonly FieldRule[], isPerson: boolean, write: ObjectWriter): ObjectWriter {
  const readId = ownReader(PERSON_ID_KEY);
  return (source, state) => {
    const { persons, missing } = state;
    const id = isPerson ? readId(source) : state.personId;
    const personId = typeof id === 'string' ? id : undefined;
    return selectRule(rules, { persons, personId, missing }) === undefined ? LEFT_OUT : write(source, state);
  };
}
