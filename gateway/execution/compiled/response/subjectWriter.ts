import { PERSON_ID_KEY } from '../../../documents/hiddenKeys.ts';
import { readSubjects } from '../../contract/subjectIds.ts';
import type { JsonObject } from '../json/json.ts';
import { noBits, type OpenScope } from './disclosureScopes.ts';
import { FAULT, type WriterState } from './responseWriter.ts';

/**
 * Records what an object shows under every person whose data it is. Nobody is known for it: under nobody. Somebody is
 * missing: under a person without an id, so that the response is not sent. Conditions of approvals are not decided
 * here: they are about persons that stand in the response.
 */
export function writeSubject(
  write: (source: JsonObject, state: WriterState) => string | typeof FAULT,
  keys: readonly string[],
  scope: OpenScope,
  ofNobody: OpenScope,
): (source: JsonObject, state: WriterState) => string | typeof FAULT {
  return (source, state) => {
    const { personId: outerId, bits: outerBits } = state;
    const { ids, isIncomplete } = readSubjects(source, keys, PERSON_ID_KEY, state.failed());
    const bits = noBits(scope);
    state.personId = undefined;
    state.bits = bits;
    const text = write(source, state);
    state.personId = outerId;
    state.bits = outerBits;
    if (text === FAULT) return text;
    for (const personId of ids) state.disclosed.push({ scope: scope.index, personId, bits });
    if (isIncomplete) state.disclosed.push({ scope: scope.index, personId: undefined, bits });
    else if (ids.length === 0) state.disclosed.push({ scope: ofNobody.index, personId: undefined, bits });
    return text;
  };
}
