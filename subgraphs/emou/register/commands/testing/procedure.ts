import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import { askAccess, askEmou } from '../../../testing/askEmou.ts';
import { type EmouTestBed, startEmouTestBed } from '../../../testing/emouTestBed.ts';
import type { MoveAnswer } from '../../../testing/makeMoves.ts';

export const dayMs = 86_400_000;
export let bed: EmouTestBed;
export let url: string;
let passed = 0;

beforeAll(async () => {
  bed = await startEmouTestBed();
  url = (await bed.startEmou()).url;
});
afterAll(() => bed?.stop());
beforeEach(async () => {
  await bed.clearRegister();
  bed.passTime(-passed);
  passed = 0;
});

/** Moves the clock forward until the next test. */
export function passTime(milliseconds: number): void {
  bed.passTime(milliseconds);
  passed += milliseconds;
}
export const passDays = (days: number): void => passTime(days * dayMs);

// Grants are valid for one minute, so each is made when it is used.
export const dcfs = () => bed.grant();
export const idhs = () => bed.grant({ agency: 'IDHS' });
export const cio = () => bed.grant({ agency: 'DOIT', roles: ['DATA_STEWARD'] });

export async function asked(input: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { ids, message } = await askAccess(url, dcfs(), input);
  expect(message).toBeUndefined();
  return ids[0] ?? '';
}
export const done = (answer: MoveAnswer) => {
  expect(answer.refusal).toBeNull();
  return answer;
};
export const refusalOf = (answer: MoveAnswer) => [answer.refusal?.kind, answer.refusal?.code];

export async function show<Data>(query: string, variables: Readonly<Record<string, unknown>> = {}, grant = dcfs()) {
  const { data, message } = await askEmou<Data>(url, grant, query, variables);
  expect(message).toBeUndefined();
  return data;
}
export const requestOf = async (id: string, fields: string) =>
  (
    await show<{ accessRequest: Record<string, unknown> }>(
      `query ($id: ID!) { accessRequest(id: $id) { ${fields} } }`,
      { id },
    )
  ).accessRequest;
