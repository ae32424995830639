import { describe, expect, test } from '@jest/globals';
import { at } from '../../harness/answer.ts';
import { idOf, startGateway } from '../../harness/product/startProduct.ts';
import type { Who } from '../../harness/requesters.ts';
import {
  consentOrEmergency,
  declare,
  emergencyOf,
  household,
  insured,
  investigator,
  medicaidOfAll,
  newSubject,
  shownOf,
  system,
} from './declaredEmergency.ts';

describe('an emergency that ends', () => {
  test('is open a millisecond before 60 minutes are over and closed when they are; new words open another', async () => {
    const gateway = await startGateway(system, { approvals: 'given', limits: { maxFactAgeMs: 0 } });
    try {
      gateway.approve(investigator, [consentOrEmergency]);
      const subject = newSubject();
      const ask = (words?: string) =>
        gateway.ask(
          { ...investigator, subject },
          medicaidOfAll,
          { ids: household },
          declare(idOf('child'), words === undefined ? {} : { 'emergency-words': words }),
        );
      const first = emergencyOf(await ask());
      const end = Date.parse(first?.until ?? '');

      system.clock.freezeAt(new Date(end - 1));
      const last = await ask();
      expect([shownOf(last), emergencyOf(last)]).toEqual([insured, first]);

      system.clock.freezeAt(new Date(end));
      const { result: over, requests } = await system.recordedDuring(() => ask());
      expect(shownOf(over)).toEqual([]);
      expect(emergencyOf(over)).toMatchObject({ status: 'OVER', reference: first?.reference, until: first?.until });
      expect(new Set(over.errors.map(({ extensions }) => extensions.reason))).toEqual(new Set(['CONDITION_NOT_MET']));
      expect(requests.filter(({ subgraph }) => subgraph === 'medicaid')).toEqual([]);

      const anew = await ask('The hospital has called again for the child.');
      expect(shownOf(anew)).toEqual(insured);
      expect([emergencyOf(anew)?.status, emergencyOf(anew)?.reference === first?.reference]).toEqual(['OPEN', false]);
    } finally {
      await gateway.stop();
    }
  });

  test('by the word of an owner opens nothing to any request after it, at the gateway and in the system', async () => {
    const gateway = await startGateway(system, { approvals: 'given', limits: { maxFactAgeMs: 0 } });
    try {
      gateway.approve(investigator, [consentOrEmergency]);
      const subject = newSubject();
      const ask = (more: Readonly<Record<string, string>> = {}) =>
        gateway.ask({ ...investigator, subject }, medicaidOfAll, { ids: household }, declare(idOf('child'), more));
      const first = await ask();
      expect(shownOf(first)).toEqual(insured);
      const reference = emergencyOf(first)?.reference;

      const steward: Who = { agency: 'HFS', purpose: 'DATA_GOVERNANCE', roles: ['DATA_STEWARD'] };
      const reviewed = await system.ask(
        steward,
        `mutation ($id: ID!) { reviewEmergency(input: { emergencyId: $id, outcome: NOT_JUSTIFIED,
           comment: "The hospital knows of no child." }) { emergency { endsAt } } }`,
        { id: reference },
      );
      expect(reviewed.errors).toEqual([]);
      for (const again of [{}, { 'emergency-words': 'The hospital has called again for the child.' }]) {
        const { result, requests } = await system.recordedDuring(() => ask(again));
        expect(shownOf(result)).toEqual([]);
        expect(emergencyOf(result)).toMatchObject({
          status: 'OVER',
          reference,
          until: at(reviewed.data, 'reviewEmergency.emergency.endsAt'),
        });
        expect(requests.filter(({ subgraph }) => subgraph === 'medicaid')).toEqual([]);
      }
    } finally {
      await gateway.stop();
    }
  });
});
