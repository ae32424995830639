import { expect } from '@jest/globals';
import { eventually } from '../../harness/eventually.ts';
import { fosterCare, type Who } from '../../harness/requesters.ts';
import { system } from './productAndReaders.ts';

const ticket = '{ ticket { id kind recordedAt requester agency persons datasets fields format reason } }';
const recordPrint = `mutation ($input: RecordPrintInput!) { recordPrint(input: $input) ${ticket} }`;
export const recordExport = `mutation ($input: RecordExportInput!) { recordExport(input: $input) ${ticket} }`;
export const recordLogExport = `mutation ($input: RecordLogExportInput!) { recordLogExport(input: $input) ${ticket} }`;
export const worker: Who = { ...fosterCare, subject: 'dcfs.printer' };
const names = 'query ($ids: [ID!]!) { persons(ids: $ids) { name { given } } }';

/** Shows these persons to the requester. Gives the id of the request. */
export async function show(who: Who, ids: readonly string[]): Promise<string> {
  // Shortly after the clock was moved, the gateway knows of no approvals.
  const answer = await eventually(
    () => system.ask(who, names, { ids }),
    ({ errors }) => errors.length === 0,
  );
  expect(answer.errors).toEqual([]);
  return answer.headers.get('x-request-id') ?? '';
}
export const print = (who: Who | string, requestIds: readonly string[], personIds: readonly string[]) =>
  system.ask(who, recordPrint, { input: { requestIds, personIds } });
