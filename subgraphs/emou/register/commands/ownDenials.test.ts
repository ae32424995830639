import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { askAccess } from '../../testing/askEmou.ts';
import { type EmouTestBed, startEmouTestBed } from '../../testing/emouTestBed.ts';
import { move } from '../../testing/makeMoves.ts';

let bed: EmouTestBed;
let url: string;
beforeAll(async () => {
  bed = await startEmouTestBed();
  url = (await bed.startEmou()).url;
});
afterAll(() => bed?.stop());

test("DOIT's denial of its own data goes to the Governor's office at once; DOIT's steward cannot decide it, and the COO's word is final.", async () => {
  const { ids } = await askAccess(url, bed.grant(), { datasets: ['identity.demographics'] });
  const requestId = ids[0] ?? '';
  const officer = bed.grant({ agency: 'DOIT', roles: ['DATA_OFFICER'], sub: 'doit.officer' });
  const steward = bed.grant({ agency: 'DOIT', roles: ['DATA_STEWARD'], sub: 'doit.steward' });
  const coo = bed.grant({ agency: 'GOV', roles: ['COO'], sub: 'gov.coo' });
  const denials = [
    {
      code: 'PII-1',
      citation: '5 ILCS 140/7(1)(c)',
      factualBasis: 'The purpose needs no language.',
      officerTitle: 'Chief privacy officer',
    },
  ];
  const offer = { fields: ['Person.birthDate'] };
  await move(url, officer, 'denyRequest', { requestId, expectedSequence: 2, denials, offer });
  const escalated = await move(url, bed.grant(), 'escalateDenial', { requestId, expectedSequence: 3 });
  expect(escalated.request?.status).toBe('ESCALATED');
  const decided = await move(url, steward, 'overturnDenial', { requestId, expectedSequence: 4 });
  expect(decided.refusal?.code).toBe('NOT_YOUR_MOVE');
  const upheld = await move(url, steward, 'upholdDenial', { requestId, expectedSequence: 4 });
  expect(upheld.refusal?.code).toBe('NOT_YOUR_MOVE');
  const overturned = await move(url, coo, 'overturnDenial', { requestId, expectedSequence: 4 });
  expect([overturned.refusal, overturned.request?.basis]).toEqual([null, 'SUSTAINED']);
  const appealed = await move(url, officer, 'appealOverturn', { requestId, expectedSequence: 5 });
  expect(appealed.refusal?.code).toBe('NOTHING_TO_APPEAL');
}, 60_000);
