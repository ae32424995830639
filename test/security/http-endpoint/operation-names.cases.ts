import { describe, expect, test } from '@jest/globals';
import { grantClaims } from '../../../subgraphs/kit/testing/grantIssuer.ts';
import type { Answer } from '../../harness/answer.ts';
import { post } from '../../harness/product/startProduct.ts';
import { fosterCare, idhsOfficer } from '../../harness/requesters.ts';
import { signGrant } from '../harness/signGrant.ts';
import { get, open, system, touched } from './endpoints.ts';

describe('an operationName that names no operation of the document is refused with 400 and nothing runs', () => {
  const refused = ({ status, codes, data }: Answer) => ({ status, codes, data: data ?? null });
  const refusal = { status: 400, codes: ['OPERATION_RESOLUTION_FAILURE'], data: null };
  const names = ['Other', '', 'agencyCodes'];
  const revoke = (comment: string) =>
    `mutation Revoke { revokeApproval(input: { approvalId: "x", reason: "No longer needed." }) { approvalRevision } } # ${comment}`;

  test.each(names)('by the gateway for "%s", in a new and in a known document, by POST and by GET', async (name) => {
    const token = system.token(fosterCare);
    const query = `query AgencyCodes { agencies { code } } # ${name}`;
    const wrong = { query, operationName: name };
    const { requests } = await system.recordedDuring(async () => {
      expect(refused(await post(system.url, token, wrong))).toEqual(refusal);
      expect(refused(await get(system.url, token, wrong))).toEqual(refusal);
    });
    expect(requests).toEqual([]);
    expect((await post(system.url, token, { query, operationName: 'AgencyCodes' })).status).toBe(200);
    const { requests: later } = await system.recordedDuring(async () => {
      expect(refused(await post(system.url, token, wrong))).toEqual(refusal);
      expect(refused(await get(system.url, token, wrong))).toEqual(refusal);
    });
    expect(later).toEqual([]);
  });

  test.each(names)('by the gateway for "%s" although the document holds a mutation', async (name) => {
    const token = system.token(idhsOfficer);
    const { requests } = await system.recordedDuring(async () => {
      const body = { query: revoke(name), operationName: name };
      expect(refused(await post(system.url, token, body))).toEqual(refusal);
      expect(refused(await get(system.url, token, body))).toEqual(refusal);
    });
    expect(requests).toEqual([]);
  });

  test.each(names)('by the gateway without authorization for "%s"', async (name) => {
    const before = touched;
    const query = `mutation Touch { touch } # ${name}`;
    expect(refused(await post(open.url, undefined, { query, operationName: name }))).toEqual(refusal);
    expect(refused(await get(open.url, undefined, { query, operationName: name }))).toEqual(refusal);
    expect(touched).toBe(before);
    expect((await post(open.url, undefined, { query, operationName: 'Touch' })).data).toEqual({ touch: before + 1 });
    expect(refused(await post(open.url, undefined, { query, operationName: name }))).toEqual(refusal);
    expect(touched).toBe(before + 1);
  });

  test.each(names)('by an agency\'s system for "%s"', async (name) => {
    const url = system.subgraphUrls.get('snap') ?? '';
    const grant = signGrant(system, grantClaims('snap', [], new Date()));
    const query = `query Service { _service { __typename } } # ${name}`;
    expect(refused(await post(url, grant, { query, operationName: name }))).toEqual(refusal);
    expect((await post(url, grant, { query, operationName: 'Service' })).status).toBe(200);
    expect(refused(await post(url, grant, { query, operationName: name }))).toEqual(refusal);
  });
});
