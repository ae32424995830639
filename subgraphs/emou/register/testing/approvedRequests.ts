import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { RunningSubgraph } from '../../../kit/startSubgraph.ts';
import { askAccess, askApproval } from '../../testing/askEmou.ts';
import { type EmouTestBed, startEmouTestBed } from '../../testing/emouTestBed.ts';

export let bed: EmouTestBed;
let emou: RunningSubgraph;
export let url: string;
/** DCFS is the requester; IDHS owns snap and tanf; the data steward is at DOIT. */
export let dcfs: string;
export let idhs: string;
export let steward: string;

beforeAll(async () => {
  bed = await startEmouTestBed();
  emou = await bed.startEmou();
  url = emou.url;
  dcfs = bed.grant();
  idhs = bed.grant({ agency: 'IDHS', sub: 'officer@idhs.example' });
  steward = bed.grant({ agency: 'DOIT', roles: ['DATA_STEWARD'], sub: 'steward@doit.example' });
});
afterAll(() => bed?.stop());
beforeEach(() => bed.clearRegister());

/** Status of each agreement after its last event. */
export const statuses = () => bed.sql("select status from agreement_phase where starts_at = '-infinity'");

export async function approved(input = {}): Promise<{ requestId: string; approvalId: string }> {
  const { ids } = await askAccess(url, dcfs, input);
  const { approval } = await askApproval(url, idhs, ids[0]);
  return { requestId: ids[0] ?? '', approvalId: approval?.id ?? '' };
}
