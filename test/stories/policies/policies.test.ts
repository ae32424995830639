import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { FieldTerm } from '../../../schema/approvals/approvalTerms.ts';
import { signatories } from '../../../schema/catalog/agencies.ts';
import { PURPOSES } from '../../../schema/catalog/purposes.ts';
import { shownPlaces } from '../../harness/answer.ts';
import { putConsentsOnFile } from '../../harness/consentsOnFile.ts';
import {
  type Approved,
  type ApprovedGateway,
  idOf,
  type Product,
  startGateway,
  startProduct,
} from '../../harness/product/startProduct.ts';

const Label = z.enum(['grandmother', 'daughter', 'partner', 'ward', 'child']);

/** One file: who asks under which approvals, and what they are shown of whom. */
const PolicyCase = z.strictObject({
  title: z.string(),
  law: z.string(),
  who: z.strictObject({
    agency: z.enum(signatories.map(({ code }) => code)),
    purpose: z.enum(PURPOSES),
    roles: z.array(z.string()),
    subject: z.string().optional(),
  }),
  approvals: z.array(
    z.strictObject({
      dataset: z.string(),
      fields: z.array(FieldTerm).optional(),
      roles: z.array(z.string()).optional(),
      validUntil: z.string().optional(),
    }),
  ),
  consents: z.array(z.strictObject({ person: Label, dataset: z.string() })).default([]),
  query: z.string(),
  cases: z.array(
    z.strictObject({
      about: Label,
      because: z.string().optional(),
      /** Every value of the answer, by its place. */
      shown: z.record(z.string(), z.unknown()),
      /** Reasons at places of the answer. */
      denied: z.record(z.string(), z.string()),
    }),
  ),
});

const directory = new URL('./', import.meta.url);
const files = readdirSync(directory).filter((name) => name.endsWith('.yaml'));

let system: Product;
let gateway: ApprovedGateway;
beforeAll(async () => {
  system = await startProduct({ systemLimits: { maxFactAgeMs: 0 } });
  gateway = await startGateway(system, { approvals: 'given', limits: { maxFactAgeMs: 0 } });
}, 240_000);
afterAll(async () => {
  await gateway?.stop();
  await system?.stop();
});

describe.each(files)('%s', (file) => {
  const policyCase = PolicyCase.parse(parse(readFileSync(new URL(file, directory), 'utf8')));

  test.each(policyCase.cases.map((each) => [each.about, each] as const))(
    `${policyCase.title}: %s`,
    async (about, expected) => {
      const { who, approvals, consents, query } = policyCase;
      // What is absent in the file is absent in the feed.
      gateway.approve(who, JSON.parse(JSON.stringify(approvals)) as Approved[]);
      const onFile = consents.map(({ person, dataset }) => ({ personId: idOf(person), dataset }));
      await putConsentsOnFile(system, who, onFile);

      const answer = await gateway.ask(who, `query ($id: ID!) ${query}`, { id: idOf(about) });
      expect(answer.status).toBe(200);
      // Everything is compared, because an unexpected value would be a leak.
      expect(Object.fromEntries(leavesOf(answer.data))).toEqual(expected.shown);
      const denied = answer.errors.map(({ path, extensions }) => [(path ?? []).join('.'), extensions.reason]);
      expect(Object.fromEntries(denied)).toEqual(expected.denied);
      const shown = shownPlaces(answer.data);
      expect(Object.keys(expected.denied).filter((place) => shown.has(place))).toEqual([]);
    },
  );
});

/** Places of values other than null, `person.snap.status`, with the values. */
function* leavesOf(value: unknown, path: readonly string[] = []): Generator<readonly [string, unknown]> {
  if (value === null || value === undefined) return;
  if (typeof value !== 'object') yield [path.join('.'), value];
  else for (const [key, inner] of Object.entries(value)) yield* leavesOf(inner, [...path, key]);
}
