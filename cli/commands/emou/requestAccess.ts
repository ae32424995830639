import { z } from 'zod';
import { askGateway } from './askGateway.ts';
import type { ConnectionOptions } from './emouCommand.ts';
import { print, RequestRow, requestFields, requestTable } from './requestRow.ts';
import { conditionsOf, transformsOf } from './terms.ts';

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

const mutation = `mutation ($input: RequestAccessInput!) { requestAccess(input: $input) {
  requests { ${requestFields} } approvalRevision } }`;
const Asked = z.object({ requestAccess: z.object({ requests: z.array(RequestRow), approvalRevision: z.number() }) });

export async function requestAccess(datasets: readonly string[], options: RequestOptions): Promise<void> {
  const { purpose, why, legalBasis, field, form, role, months, startsOn, json } = options;
  const conditions = conditionsOf(options.if);
  const terms = { purpose, legalBasis, fields: field, transforms: transformsOf(form), conditions, roles: role };
  const input = { datasets, justification: why, months, startsOn, ...terms };
  const { requestAccess: asked } = await askGateway(options, mutation, { input }, Asked);
  print(json, asked, () => requestTable(asked.requests));
}
