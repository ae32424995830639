import { describe, expect, test } from '@jest/globals';
import { Publication } from '../../schema/publishing/publication.ts';
import { contextOf } from './checkContext.ts';
import type { ApprovalInForce, CheckInput, TrustedDocument } from './checkInput.ts';
import { type CheckCache, checkPublication } from './checkPublication.ts';
import { retirementFindings } from './guards/retirement.ts';
import { aging, publicationOf, withChanges } from './testing/publications.ts';

const published = publicationOf('medicaid');
const medicaid: Publication = {
  ...published,
  datasets: {
    ...published.datasets,
    datasets: published.datasets.datasets.map((each) =>
      each.id === 'medicaid.history' ? { ...each, keepDisclosures: 'life' } : each,
    ),
  },
};
const some = [publicationOf('identity'), medicaid];
const cache: CheckCache = {};
const check = (candidate: CheckInput['candidate'], more: Partial<CheckInput> = {}) =>
  checkPublication({ current: some, candidate, ...more }, cache);

const approval = (id: string, dataset: string, more: Partial<ApprovalInForce> = {}): ApprovalInForce => ({
  id,
  requestingAgency: 'DCFS',
  purpose: 'CHILD_PROTECTION',
  dataset,
  roles: ['CASEWORKER'],
  fields: 'all',
  validUntil: '2027-12-31T00:00:00.000Z',
  ...more,
});

describe('access: a field added to a dataset', () => {
  const added = withChanges(medicaid, ['  magiBasis:', '  "First day of the plan."\n  planSince: Date\n  magiBasis:']);

  test('can open to every agency with an approval of the whole dataset, by name, and takes two persons', () => {
    const approvals = [
      approval('A-1', 'medicaid.enrollment'),
      approval('A-2', 'medicaid.enrollment', { requestingAgency: 'ISBE', purpose: 'EDUCATION_SUPPORT' }),
      approval('A-3', 'medicaid.enrollment', {
        requestingAgency: 'IDOC',
        fields: [{ field: 'MedicaidCoverage.status' }],
      }),
      approval('A-4', 'medicaid.providers', { requestingAgency: 'IDPH' }),
    ];
    const { findings, outcome, secondPersonBecause } = check(added, { approvals });
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'ACCESS_MAY_WIDEN',
        level: 'warning',
        coordinate: 'MedicaidCoverage.planSince',
        message:
          'MedicaidCoverage.planSince is new in medicaid.enrollment, which is open as a whole to ' +
          'DCFS for CHILD_PROTECTION (approval A-1), ISBE for EDUCATION_SUPPORT (approval A-2). ' +
          'It can open to them until emou knows it; then it is closed until they request it.',
        location: expect.objectContaining({ file: 'medicaid.graphql', line: expect.any(Number) }),
      }),
    ]);
    expect(outcome).toBe('passed');
    expect(secondPersonBecause).toEqual(['MedicaidCoverage.planSince can open to DCFS, ISBE until emou knows it.']);
  });

  test('opens to nobody without such an approval', () => {
    const approvals = [approval('A-3', 'medicaid.enrollment', { fields: [{ field: 'MedicaidCoverage.status' }] })];
    expect(check(added, { approvals })).toMatchObject({ findings: [], secondPersonBecause: [] });
  });
});

const moved = withChanges(medicaid, [
  'lastWellChildVisit: Date @policy(policies: [["medicaid.clinical"]])',
  'lastWellChildVisit: Date @policy(policies: [["medicaid.providers"]])',
]);

test('access: a field that moves closes to some and opens to others, and an approval that names it is orphaned', () => {
  const approvals = [
    approval('A-1', 'medicaid.enrollment'),
    approval('A-2', 'medicaid.clinical', { fields: [{ field: 'MedicaidCoverage.lastWellChildVisit' }] }),
    approval('A-3', 'medicaid.enrollment', { requestingAgency: 'ISBE' }),
    approval('A-4', 'medicaid.providers', { requestingAgency: 'ISBE' }),
  ];
  const found = check(moved, { approvals }).findings.map(({ code, affected }) => [
    code,
    affected?.approvals?.map(({ id }) => id),
  ]);
  expect(found.sort()).toEqual([
    ['ACCESS_MAY_WIDEN', ['A-3', 'A-4']],
    ['ACCESS_NARROWS', ['A-1', 'A-2']],
    ['FIELD_MOVED', undefined],
    ['ORPHANED_APPROVAL', ['A-2']],
    ['ORPHANED_FIELD', ['A-2']],
  ]);
});

const datasetNamed = (id: string) => {
  const found = medicaid.datasets.datasets.find((each) => each.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const datasetOf = (id: string, change: object): Publication => ({
  ...medicaid,
  datasets: {
    ...medicaid.datasets,
    datasets: medicaid.datasets.datasets.map((each) => (each.id === id ? { ...each, ...change } : each)),
  },
});

describe('access:', () => {
  test.each<[string, string, Publication, string]>([
    [
      'a guard that goes away',
      'error',
      withChanges(medicaid, [
        'type MedicaidProvider @policy(policies: [["medicaid.providers"]])',
        'type MedicaidProvider @tag(name: "public")',
      ]),
      'GUARD_REMOVED',
    ],
    [
      'a new public field',
      'warning',
      withChanges(medicaid, ['type Query {', 'type Query {\n  medicaidNotices: [String!] @tag(name: "public")']),
      'PUBLIC_FIELD',
    ],
    ['a changed class', 'warning', datasetOf('medicaid.providers', { class: 'PII' }), 'CLASS_CHANGED'],
    [
      'another dataset',
      'warning',
      {
        ...medicaid,
        datasets: {
          ...medicaid.datasets,
          datasets: [...medicaid.datasets.datasets, { ...datasetNamed('medicaid.providers'), id: 'medicaid.more' }],
        },
      },
      'NEW_DATASET',
    ],
    ['a class that the system did not have', 'warning', datasetOf('medicaid.providers', { class: 'PII' }), 'NEW_CLASS'],
    [
      'more purposes of the owner',
      'warning',
      { ...medicaid, datasets: { ...medicaid.datasets, ownerPurposes: [...medicaid.datasets.ownerPurposes, 'AUDIT'] } },
      'OWNER_PURPOSES_WIDEN',
    ],
    [
      'more roles of the owner',
      'warning',
      { ...medicaid, datasets: { ...medicaid.datasets, ownerRoles: [...medicaid.datasets.ownerRoles, 'AUDITOR'] } },
      'OWNER_ROLES_WIDEN',
    ],
    [
      'an emergency rule',
      'warning',
      datasetOf('medicaid.clinical', { emergency: { roles: ['CASEWORKER'] } }),
      'EMERGENCY_WIDENS',
    ],
    ['a dataset for others', 'warning', datasetOf('medicaid.lookup', { requestable: true }), 'BECOMES_REQUESTABLE'],
    [
      'an approval without the federal agency',
      'warning',
      datasetOf('medicaid.clinical', { federalApproval: false }),
      'FEDERAL_APPROVAL_DROPPED',
    ],
    [
      'a law that is no longer named',
      'warning',
      datasetOf('medicaid.clinical', { law: ['42 CFR Part 2'] }),
      'LAW_REMOVED',
    ],
    [
      'records that are kept for a shorter time',
      'warning',
      datasetOf('medicaid.history', { keepDisclosures: 7 }),
      'RETENTION_SHORTENED',
    ],
  ])('%s is reported as %s and takes two persons', (_, level, candidate, code) => {
    const { findings, secondPersonBecause } = check(candidate);
    expect(findings.find((finding) => finding.code === code)?.level).toBe(level);
    expect(secondPersonBecause).not.toEqual([]);
  });

  test('a mask whose field changes its type', () => {
    const fields = [{ field: 'MedicaidCoverage.coverageEnd', transform: 'YEAR_ONLY' as const }];
    const changed = withChanges(medicaid, ['coverageEnd: Date', 'coverageEnd: String']);
    const approvals = [approval('A-1', 'medicaid.enrollment', { fields })];
    expect(check(changed, { approvals }).findings.map(({ code }) => code)).toContain('ACCESS_TERMS_CHANGE');
  });
});

const document = (name: string, text: string): TrustedDocument => ({
  client: 'console',
  version: '1.4.0',
  name,
  hash: `sha256:${name}`,
  text,
});

describe('changes:', () => {
  const removed = withChanges(medicaid, ['  redeterminationDate: Date\n', '']);
  const inUse = document(
    'Renewals',
    'query Renewals($id: ID!) { person(id: $id) { medicaid { redeterminationDate } } }',
  );

  test('a removed field is a warning if nobody uses it', () => {
    const { findings, outcome } = check(removed, { documents: [document('Other', '{ household(id: "1") { id } }')] });
    expect(findings).toEqual([expect.objectContaining({ code: 'FIELD_REMOVED', level: 'warning' })]);
    expect(outcome).toBe('passed');
  });

  test('a removed field in use stops the publication, names clients and operations, and can be accepted', () => {
    const { findings, outcome, secondPersonBecause } = check(removed, { documents: [inUse] });
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'FIELD_REMOVED',
        level: 'error',
        coordinate: 'MedicaidCoverage.redeterminationDate',
        message: 'MedicaidCoverage.redeterminationDate is removed. Breaks Renewals (console 1.4.0).',
        affected: { clients: ['console 1.4.0'], operations: ['Renewals'] },
      }),
    ]);
    expect(outcome).toBe('stopped');
    expect(secondPersonBecause).toHaveLength(1);
    const accepted = new Set(findings.map(({ fingerprint }) => fingerprint));
    expect(check(removed, { documents: [inUse], accepted }).outcome).toBe('passed');
    // A client that begins to use it was not part of what somebody accepted.
    const another = { ...inUse, client: 'clinic', hash: 'sha256:other' };
    expect(check(removed, { documents: [inUse, another], accepted }).outcome).toBe('stopped');
  });

  test('usage of the last 90 days counts, older usage does not', () => {
    const coordinates = ['Person.medicaid', 'MedicaidCoverage.redeterminationDate'];
    const usage = [{ client: 'clinic', hash: 'sha256:1', name: 'Due', coordinates, count: 12, lastDay: '2026-09-01' }];
    expect(check(removed, { usage, today: '2026-11-28' }).findings[0]?.message).toBe(
      'MedicaidCoverage.redeterminationDate is removed. Breaks Due (clinic, 12 requests in 90 days).',
    );
    expect(check(removed, { usage, today: '2027-01-28' }).findings[0]?.level).toBe('warning');
  });

  test.each([
    ['a value is removed', ['  AETNA\n', ''], 'VALUE_REMOVED', 'warning'],
    ['a value is added', ['  AETNA\n', '  AETNA\n  OSCAR\n'], 'VALUE_ADDED', 'notice'],
    ['a type changes', ['coverageEnd: Date', 'coverageEnd: String'], 'FIELD_TYPE_CHANGED', 'warning'],
    ['an argument becomes another', ['rin: String!', 'recipient: String!'], 'ARGUMENT_REMOVED', 'warning'],
    ['an argument is required', ['rin: String!', 'rin: String!'], 'REQUIRED_ARGUMENT_ADDED', 'warning'],
  ] as const)('%s', (_, change, code, level) => {
    const [from, to] = change;
    const candidate =
      code === 'REQUIRED_ARGUMENT_ADDED'
        ? withChanges(medicaid, ['medicaidRecipient(', 'medicaidRecipient(year: Int! @tag(name: "public") '])
        : withChanges(medicaid, [from, to]);
    expect(check(candidate).findings.find((finding) => finding.code === code)?.level).toBe(level);
  });

  test('a retirement names the clients that it breaks and the approvals that it orphans', () => {
    const approvals = [approval('A-1', 'medicaid.enrollment')];
    const { findings, outcome, composed } = check({ retire: 'medicaid' }, { documents: [inUse], approvals });
    const broken = findings.filter(({ level }) => level === 'error').map(({ coordinate }) => coordinate);
    expect(broken).toContain('Person.medicaid');
    expect(findings.find(({ code }) => code === 'ORPHANED_APPROVAL')?.affected?.approvals?.[0]?.id).toBe('A-1');
    expect(outcome).toBe('stopped');
    expect(composed?.served(2).routingUrls).not.toHaveProperty('medicaid');
  });

  test('the person index cannot be retired, nor a system whose types another one extends', () => {
    expect(check({ retire: 'identity' }).findings[0]?.code).toBe('NOT_RETIRABLE');
    const owner = withChanges(
      aging,
      ['type ServiceEvent @policy', 'type ServiceEvent @key(fields: "id") @policy'],
      ['  "Day of', '  id: ID @inaccessible\n  "Day of'],
    );
    const extending = {
      ...publicationOf('medicaid'),
      sdl: `${medicaid.sdl}\ntype ServiceEvent @key(fields: "id") { id: ID @inaccessible }`,
    };
    const context = contextOf({ current: [owner, extending], candidate: { retire: 'aging' } });
    expect(retirementFindings(context)).toEqual([
      expect.objectContaining({ code: 'EXTENDED_BY_OTHERS', coordinate: 'ServiceEvent' }),
    ]);
  });
});

test('plans: an operation that takes long to plan, or needs another step, is reported', () => {
  const housing = Publication.parse({
    ...withChanges(
      aging,
      ['agingClientId', 'hmisId'],
      ['aging.', 'housing.'],
      ['agingNotices', 'housingNotices'],
      ['ageBand', 'housingUnit'],
      ['protectiveServices', 'stay'],
      ['benefitAccess: ', 'evicted: '],
      ['ProtectiveServicesCase', 'Stay'],
      ['ServiceEvent', 'StayEvent'],
    ),
    subgraph: 'housing',
    personKey: 'hmisId',
    datasets: JSON.parse(JSON.stringify(aging.datasets).replaceAll('aging', 'housing')),
  });
  const text = '{ searchPersons(name: "a") { ageBand } }';
  const documents = [{ client: 'console', version: '1', name: 'Ages', hash: 'sha256:ages', text }];
  const candidate = withChanges(
    aging,
    ['"@tag"', '"@tag", "@requires", "@external"'],
    ['ageBand: String', 'housingUnit: String @external\n  ageBand: String @requires(fields: "housingUnit")'],
  );
  const both = candidate.sdl.replace(
    '@requires(fields: "housingUnit") @policy(policies: [["aging.community"]])',
    '@requires(fields: "housingUnit") @policy(policies: [["aging.community", "housing.community"]])',
  );
  const input = {
    current: [publicationOf('identity'), housing, aging],
    candidate: { ...candidate, sdl: both },
    documents,
    maxPlanningMs: 0,
  };
  const found = checkPublication(input).findings.filter(({ check: name }) => name === 'plans');
  expect(found.map(({ code }) => code)).toEqual(['MORE_STEPS', 'SLOW_PLAN']);
  expect(found[0]?.message).toContain('needs 3 sequential steps instead of 2');
});

test('lint: descriptions, names and deprecations of what is new', () => {
  const candidate = withChanges(
    aging,
    ['  ageBand: String', '  AgeBand: String'],
    ['openedOn: Date', 'openedOn: Date @deprecated'],
    ['kind: ServiceEventKind', 'kind: ServiceEventKind @deprecated(reason: "Use date.")'],
    ['  VISIT', '  visit'],
    ['enum ServiceEventKind', 'enum service_event_kind'],
    ['kind: ServiceEventKind', 'kind: service_event_kind'],
  );
  const found = check(candidate).findings.filter(({ check: name }) => name === 'lint');
  expect(found.map(({ code, coordinate }) => `${code} ${coordinate}`).sort()).toEqual([
    'DEPRECATED_WITHOUT_END ServiceEvent.kind',
    'DEPRECATED_WITHOUT_REASON ProtectiveServicesCase.openedOn',
    'NAME_FORM Person.AgeBand',
    'NAME_FORM service_event_kind',
    'NAME_FORM service_event_kind.visit',
    'NO_DESCRIPTION ProtectiveServicesCase.openedOn',
  ]);
  expect(found.every(({ location }) => location?.file === 'aging.graphql')).toBe(true);
});
