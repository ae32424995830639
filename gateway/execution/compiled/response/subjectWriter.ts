import { personIdKey } from '../../../documents/hiddenKeys.ts';
import { readSubjects } from '../../contract/subjectIds.ts';
import type { JsonObject } from '../json/json.ts';
import { type Answering, FAULT } from './answerWriter.ts';
import { noBits, type OpenScope } from './disclosureScopes.ts';

/**
 * Records what an object shows under every person whose data it is. Nobody is known for it: under nobody. Somebody is
 * missing: under a person without an id, so that the response is not sent. Conditions of approvals are not decided here:
 * they are about persons that stand in the response.
 */
export function writeSubject(
  write: (source: JsonObject, answering: Answering) => string | typeof FAULT,
  keys: readonly string[],
  scope: OpenScope,
  ofNobody: OpenScope,
): (source: JsonObject, answering: Answering) => string | typeof FAULT {
  return (source, answering) => {
    const { personId: outerId, bits: outerBits } = answering;
    const { ids, isIncomplete } = readSubjects(source, keys, personIdKey, answering.failed());
    const bits = noBits(scope);
    answering.personId = undefined;
    answering.bits = bits;
    const text = write(source, answering);
    answering.personId = outerId;
    answering.bits = outerBits;
    if (text === FAULT) return text;
    for (const personId of ids) answering.shown.push({ scope: scope.index, personId, bits });
    if (isIncomplete) answering.shown.push({ scope: scope.index, personId: undefined, bits });
    else if (ids.length === 0) answering.shown.push({ scope: ofNobody.index, personId: undefined, bits });
    return text;
  };
}
