import { expect } from '@jest/globals';
import { type Answer, type AnswerError, shownPlaces } from '../../harness/answer.ts';
import { openFields } from '../../harness/openFields.ts';
import type { RecordedRequest } from '../../harness/product/subgraphProxy.ts';
import { isLinkingKey, requestedCoordinates } from '../../harness/requestedCoordinates.ts';
import type { Who } from '../../harness/requesters.ts';
import type { RandomOperation } from './randomOperation.ts';

/** No system is queried for what the reference denies to this requester. */
export function expectNothingDeniedAsked(who: Who, requests: readonly RecordedRequest[]): void {
  const isOpen = openFields(who);
  const asked = new Set(requests.flatMap((request) => [...requestedCoordinates(request)]));
  expect([...asked].filter((coordinate) => !isOpen(coordinate) && !isLinkingKey(coordinate))).toEqual([]);
}

/** The answer shows what the reference opens, and says of everything else that it is denied. */
export function expectAnswerOfReference(who: Who, operation: RandomOperation, answer: Answer): void {
  expect(answer.status).toBe(200);
  const isOpen = openFields(who);

  // What is shown is open, and so is everything on the way to it.
  const reachable = ({ within }: { readonly within: readonly string[] }) => within.every(isOpen);
  const open = new Set(
    operation.fields
      .filter((field) => field.included && reachable(field) && isOpen(field.coordinate))
      .map(({ place }) => place),
  );
  const unexpected = [...shownPlaces(answer.data)].filter((place) => {
    const last = place.split('.').pop() ?? '';
    if (['@', '__typename', 't1'].includes(last) || /^(anchor|anchors|house)\b/.test(place)) return false;
    return !open.has(place);
  });
  expect(unexpected).toEqual([]);

  // One error for each denied coordinate and place, whatever the data; one that depends on the person is at a real position.
  const denied = new Set(
    operation.fields
      .filter((field) => field.included && reachable(field) && !isOpen(field.coordinate))
      .map(({ place, coordinate }) => `${coordinate} at ${place}`),
  );
  const denials = answer.errors.filter(({ extensions }) => extensions.code === 'UNAUTHORIZED_FIELD_OR_TYPE');
  const isOfPerson = (error: AnswerError) => error.extensions.reason === 'CONDITION_NOT_MET';
  expect(denials.filter(isOfPerson).filter(({ extensions }) => !isOpen(String(extensions.coordinate)))).toEqual([]);
  const told = denials
    .filter((error) => !isOfPerson(error))
    .map(({ path, extensions }) => `${extensions.coordinate} at ${(path ?? []).join('.')}`);
  expect(told.sort()).toEqual([...denied].sort());

  // The registers are public, and refuse by the caller's role what only some may read of them.
  expect(answer.errors.filter((error) => !denials.includes(error) && error.extensions.code !== 'FORBIDDEN')).toEqual(
    [],
  );
}
