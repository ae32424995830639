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

/** A record similar in size and shape to a gateway's: about 600 bytes. */
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

/** A record of a person shown in every system: eleven groups of fields, about 4,000 bytes. */
export function wideEntry(number: number, time: Date, persons = 100_000): LedgerEntry {
  const { indexes } = sampleEntry(number, time, persons);
  const groups = Array.from({ length: 11 }, (_, group) => ({
    approvals: [approvalNumber(number % 40, group)],
    basis: 'approval',
    datasets: [`${DATASETS[group % DATASETS.length]}${group}`],
    fields: ['status', 'redeterminationDue', 'benefitAmount', 'coverageStart'].map((field) => `Type${group}.${field}`),
    legalBasis: ['42 CFR 431.302: providing services for beneficiaries; 45 CFR 164.502(g): representative of a ward'],
    owners: [AGENCIES[group % AGENCIES.length] ?? ''],
  }));
  const body = canonicalJson({
    agency: indexes.agency,
    disclosed: groups,
    kind: 'disclosure',
    operation: { hash: 'a1bf175e68cae35a620c9dda720bf7f6d1775dcf977666a0cd8a32868a4c4831', name: 'ChildAndHousehold' },
    person: indexes.person?.toString('base64url'),
    purpose: 'FOSTER_CARE_CASE',
    request: `${number}-5b1d1c6e`,
    requester: indexes.requester,
    time: time.toISOString(),
    v: 1,
  });
  const dataset = groups.flatMap(({ datasets }) => datasets).join(' ');
  const approval = groups.flatMap(({ approvals }) => approvals).join(' ');
  return { body, time, indexes: { ...indexes, dataset, approval } };
}

/** As long as the register's real numbers. */
function approvalNumber(agreement: number, group: number): string {
  return createHash('sha256').update(`${agreement} ${group}`).digest('hex').slice(0, 36);
}
