import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Publication } from '../../schema/publishing/publication.ts';
import { askAccess, askApproval } from '../../subgraphs/emou/testing/askEmou.ts';
import { readFeed } from '../../subgraphs/emou/testing/readFeed.ts';
import type { RunningSubgraph } from '../../subgraphs/kit/subgraphDefinition.ts';
import { followRegistry, type PublishedSchema } from '../../subgraphs/publishedSchema/followRegistry.ts';
import { checkPublication } from '../../supergraph/checks/checkPublication.ts';
import { aging, publicationOf, withChanges } from '../../supergraph/checks/testing/publications.ts';
import { eventually } from '../harness/eventually.ts';
import { type FakeRegistry, startFakeRegistry } from '../harness/product/fakeRegistry.ts';
import { type AuditBed, startAuditBed } from '../ledger/harness/auditBed.ts';

let bed: AuditBed;
let registry: FakeRegistry;
let published: PublishedSchema;
let emou: RunningSubgraph;
let audit: RunningSubgraph;
beforeAll(async () => {
  [bed, registry] = await Promise.all([startAuditBed(), startFakeRegistry()]);
  published = followRegistry({
    ...{ url: () => registry.feedUrl, system: 'test', clock: () => new Date(), log: () => undefined },
  });
  [emou, audit] = await Promise.all([bed.emou.startEmou({ published }), bed.start({ published })]);
}, 120_000);
afterAll(async () => {
  await published?.stop();
  await audit?.stop();
  await registry?.stop();
  await bed?.stop();
});

/** Puts a version of aging in service, next to the person index. */
function serve(number: number, candidate: Publication): void {
  const { composed, findings } = checkPublication({ current: [publicationOf('identity')], candidate });
  if (composed === undefined) throw new Error(JSON.stringify(findings));
  registry.publish(composed.served(number));
}
const officerOf = (agency: string) => bed.emou.grant({ agency });
const request = () =>
  askAccess(emou.url, officerOf('DCFS'), {
    ...{ datasets: ['aging.community'], purpose: 'CARE_COORDINATION', legalBasis: '20 ILCS 105' },
  });

test('emou takes requests for a dataset from the moment that it is published, and its approval opens the fields of that day', async () => {
  expect(await request()).toMatchObject({ ids: [], code: 'NOT_FOUND' });
  serve(1, aging);
  const { ids } = await eventually(request, ({ requests }) => requests.length > 0);
  expect(ids).toHaveLength(1);
  expect((await askApproval(emou.url, officerOf('IDOA'), ids[0])).message).toBeUndefined();
  const feed = await readFeed(emou.url, bed.emou.gatewayGrant());
  const approvedIn = (state: { readonly approvals: readonly { readonly dataset: string }[] }) =>
    state.approvals.some(({ dataset }) => dataset === 'aging.community');
  const whole = (await feed.snapshot(approvedIn)).approvals.find(({ dataset }) => dataset === 'aging.community');
  expect(whole).toMatchObject({ requestingAgency: 'DCFS', dataset: 'aging.community' });
  expect(whole?.fields).toBeUndefined();

  // A field that is added later stays closed: the approval then lists those of its day.
  serve(
    2,
    withChanges(aging, [
      'ageBand: String',
      'careBegan: Date @policy(policies: [["aging.community"]])\n  "Age." ageBand: String',
    ]),
  );
  const listed = await feed.snapshot(({ approvals }) => approvals.some(({ fields }) => fields !== undefined));
  expect(listed.approvals.flatMap(({ fields = [] }) => fields)).toEqual([{ field: 'Person.ageBand' }]);
  feed.close();
}, 60_000);

test('audit knows the owner of a dataset that was published after its start, and no longer than that', async () => {
  const query = `query ($proposal: ProposedApprovalInput!) {
    proposedApprovalImpact(proposal: $proposal) { requests persons explanation } }`;
  const impact = (agency: string, dataset: string) => {
    const proposal = { requestingAgency: 'DCFS', dataset, purpose: 'CARE_COORDINATION', roles: ['CASEWORKER'] };
    const officer = { agency, roles: ['DATA_OFFICER'], purpose: 'DATA_GOVERNANCE' };
    return bed.ask(audit.url, query, { proposal }, officer);
  };
  serve(3, aging);
  const ofOwner = await eventually(
    () => impact('IDOA', 'aging.community'),
    ({ codes }) => codes.length === 0,
  );
  expect(ofOwner).toMatchObject({ codes: [], data: { proposedApprovalImpact: { explanation: expect.any(String) } } });
  expect((await impact('IDHS', 'aging.community')).codes).toEqual(['FORBIDDEN']);
  // What the product comes with stays known: the log has entries about it.
  expect((await impact('IDHS', 'snap.participation')).codes).toEqual([]);

  const retired = checkPublication({ current: [publicationOf('identity'), aging], candidate: { retire: 'aging' } });
  if (retired.composed === undefined) throw new Error(JSON.stringify(retired.findings));
  registry.publish(retired.composed.served(4));
  const after = await eventually(
    () => impact('IDOA', 'aging.community'),
    ({ codes }) => codes.length > 0,
  );
  expect(after.codes).toEqual(['FORBIDDEN']);
}, 60_000);
