import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonicalJson.ts';
import type { LedgerEntry } from '../ledgerEntry.ts';

const AGENCIES = ['DHS', 'HFS', 'IDOC', 'ISBE', 'DCFS'];
const DATASETS = [
  'snap.participation',
  'medicaid.coverage',
  'corrections.custody',
  'education.enrollment',
  'tanf.cases',
];

/** A record of about the size and shape that a gateway writes: some 600 bytes. */
export function sampleEntry(number: number, time: Date, persons = 100_000): LedgerEntry {
  const agency = AGENCIES[number % AGENCIES.length] ?? '';
  const dataset = DATASETS[number % DATASETS.length] ?? '';
  const person = createHash('sha256')
    .update(`person ${number % persons}`)
    .digest()
    .subarray(0, 16);
  const requester = `worker-${number % 500}`;
  const approval = `EMOU-${100 + (number % 40)}`;
  const body = canonicalJson({
    agency,
    approval: { id: approval, revision: 3 },
    client: { name: 'casework', version: '4.2.0' },
    dataset,
    kind: 'disclosure',
    legalBasis: '7 CFR 272.1(c)(1)',
    operation: { hash: '6f1c0f0c7c5e4a0d8e2b9c31', name: 'HouseholdOverview' },
    person: person.toString('base64url'),
    purpose: 'ELIGIBILITY',
    request: `${number}-5b1d1c6e-0b8e-4a5e`,
    requester: { agency: 'DHS', roles: ['CASEWORKER'], subject: requester },
    shown: ['Person.snap.status', 'Person.snap.benefitAmount', 'Person.snap.certificationEnd', 'Person.name'],
    time: time.toISOString(),
  });
  return { body, time, indexes: { kind: 'disclosure', person, requester, agency, dataset, approval } };
}
