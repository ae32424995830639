import { personIdKey } from '../../../documents/hiddenKeys.ts';
import type { TreatmentWay } from '../../../model/fieldAccess.ts';
import { selectRule } from '../../gates/selectRule.ts';
import { ownReader } from '../json/json.ts';
import { FAULT, LEFT_OUT, type ObjectWriter } from './answerWriter.ts';
import { noBits, type OpenScope } from './disclosureScopes.ts';

/** What is written below a person is noted under that person's id. */
export function writePerson(write: ObjectWriter, scope: OpenScope): ObjectWriter {
  const readId = ownReader(personIdKey);
  return (source, answering) => {
    const { personId: outerId, bits: outerBits } = answering;
    const id = readId(source);
    const personId = typeof id === 'string' ? id : undefined;
    const bits = noBits(scope);
    answering.personId = personId;
    answering.bits = bits;
    const text = write(source, answering);
    answering.personId = outerId;
    answering.bits = outerBits;
    if (text !== FAULT) answering.shown.push({ scope: scope.index, personId, bits });
    return text;
  };
}

export const leftOut: ObjectWriter = () => LEFT_OUT;

/** The object where some way is open for the person: the person itself, or the one whose object it is. */
export function leftOutByPerson(ways: readonly TreatmentWay[], isPerson: boolean, write: ObjectWriter): ObjectWriter {
  const readId = ownReader(personIdKey);
  return (source, answering) => {
    const { persons, missing } = answering;
    const id = isPerson ? readId(source) : answering.personId;
    const personId = typeof id === 'string' ? id : undefined;
    return selectRule(ways, { persons, personId, missing }) === undefined ? LEFT_OUT : write(source, answering);
  };
}
