import { z } from 'zod';
import { askGateway } from '../askGateway.ts';
import type { ConnectionOptions } from '../connectionOptions.ts';
import { REFUSAL_FIELDS, Refusal, throwRefusal } from '../refusal.ts';
import { conditionsOf, transformsOf } from '../terms.ts';
import { print, REQUEST_FIELDS, RequestRow, requestTable } from './requestRow.ts';

export interface RequestOptions extends ConnectionOptions {
  readonly purpose: string;
  readonly why: string;
  readonly legalBasis: string;
  readonly field?: readonly string[];
  readonly form?: readonly string[];
  readonly if?: readonly string[];
  readonly role?: readonly string[];
  readonly months: number;
  readonly startsOn?: string;
}

const MUTATION = `mutation ($input: RequestAccessInput!) { requestAccess(input: $input) {
  requests { ${REQUEST_FIELDS} } approvalRevision ${REFUSAL_FIELDS} } }`;
const Asked = z.object({
  requestAccess: z.object({
    requests: z.array(RequestRow).nullable(),
    approvalRevision: z.number().nullable(),
    refusal: Refusal,
  }),
});

export async function requestAccess(datasets: readonly string[], options: RequestOptions): Promise<void> {
  const { purpose, why, legalBasis, field, form, role, months, startsOn, json } = options;
  const conditions = conditionsOf(options.if);
  const terms = { purpose, legalBasis, fields: field, transforms: transformsOf(form), conditions, roles: role };
  const input = { datasets, justification: why, months, startsOn, ...terms };
  const { requestAccess: asked } = await askGateway(options, MUTATION, { input }, Asked);
  throwRefusal(asked.refusal);
  const { requests, approvalRevision } = asked;
  print(json, { requests, approvalRevision }, () => requestTable(requests ?? []));
}
