import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readDatasetCatalogue } from '../../schema/catalog/datasetCatalogue.ts';
import { datasetsDirectory, supergraphFile } from '../../schema/files.ts';
import { Publication } from '../../schema/publishing/publication.ts';
import { contextOf } from './checkContext.ts';
import type { CheckInput } from './checkInput.ts';
import { type CheckCache, type CheckResult, checkPublication } from './checkPublication.ts';
import { guardFindings } from './guards/guardFindings.ts';
import { aging, current, publicationOf, withChanges } from './testing/publications.ts';

const caches = new Map<string, CheckCache>();
/** Only the systems that matter, because every check composes them: the person index and these. */
function check(candidate: CheckInput['candidate'], more: Partial<CheckInput> = {}, ...others: readonly string[]) {
  const cache = caches.get(others.join()) ?? {};
  caches.set(others.join(), cache);
  return checkPublication({ current: among('identity', ...others), candidate, ...more }, cache);
}
const selections = new Map<string, CheckInput['current']>();
function among(...names: readonly string[]): CheckInput['current'] {
  const selected = selections.get(names.join()) ?? current.filter(({ subgraph }) => names.includes(subgraph));
  selections.set(names.join(), selected);
  return selected;
}
const codes = (candidate: CheckInput['candidate'], ...others: readonly string[]) =>
  check(candidate, {}, ...others)
    .findings.filter(({ level }) => level === 'error')
    .map(({ code }) => code);

describe('a publication passes', () => {
  test('if it is the one in service, which takes nothing of others', () => {
    for (const candidate of current) expect(guardFindings(contextOf({ current, candidate }))).toEqual([]);
  });

  test('if it is a new system, which composes with the others and joins by its own number', () => {
    const { outcome, composed, findings } = check(aging, {}, 'snap');
    expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
    expect(outcome).toBe('passed');
    expect(composed?.apiSchema).toContain('protectiveServices: ProtectiveServicesCase');
    expect(composed?.apiSchema).not.toContain('agingClientId');
    expect(composed?.served(2)).toMatchObject({
      number: 2,
      sdl: composed?.supergraph,
      personKeys: { aging: 'agingClientId' },
      routingUrls: { aging: aging.routingUrl },
    });
  });
});

test('the same publications give the committed supergraph, and no findings', () => {
  const { composed, findings, secondPersonBecause } = checkPublication({ current, candidate: publicationOf('snap') });
  expect({ findings, secondPersonBecause }).toEqual({ findings: [], secondPersonBecause: [] });
  expect(composed?.served(1).sdl.replaceAll(/url: "[^"]*"/g, '')).toBe(
    readFileSync(supergraphFile, 'utf8').replaceAll(/url: "[^"]*"/g, ''),
  );
});

test('checks that follow one another find what each finds alone: schemas are composed again only if they changed', () => {
  const before = among('identity', 'snap');
  const changed = withChanges(aging, [
    'type Query {',
    'type Query {\n  "Page."\n  agingPage: String @tag(name: "public")',
  ]);
  const [first] = aging.datasets.datasets;
  const renamed = { ...aging, datasets: { ...aging.datasets, datasets: [{ ...first, title: 'Another' }] } };
  const inputs = [
    { current: before, candidate: aging },
    { current: before, candidate: aging },
    { current: [...before, aging], candidate: changed },
    { current: [aging, ...before], candidate: Publication.parse(renamed) },
    { current: [changed, ...before], candidate: aging },
  ];
  const cache: CheckCache = {};
  const said = ({ composed, ...rest }: CheckResult) => ({
    ...rest,
    served: composed?.served(1),
    api: composed?.apiSchema,
  });
  for (const input of inputs) expect(said(checkPublication(input, cache))).toEqual(said(checkPublication(input)));
});

describe('a publication is stopped, with the line in its own file,', () => {
  test.each<[string, Publication, string, string, string?]>([
    ['if its schema has a syntax error', withChanges(aging, ['type Query {', 'type Query { {']), 'SYNTAX', '12:14'],
    ['if a type does not exist', withChanges(aging, ['openedOn: Date', 'openedOn: Daet']), 'INVALID_GRAPHQL', '30:13'],
    [
      'if a field has no guard',
      withChanges(aging, ['  ageBand: String @policy(policies: [["aging.community"]])', '  ageBand: String']),
      'UNGUARDED_FIELD',
      '22:3',
    ],
    [
      'if a guarded field is non-null',
      withChanges(aging, ['openedOn: Date', 'openedOn: Date!']),
      'GUARDED_NON_NULL',
      '30:3',
    ],
    [
      'if it takes a root field of the person index',
      withChanges(aging, [
        'type Query {',
        'type Query {\n  household(id: ID! @tag(name: "public")): String @tag(name: "public")',
      ]),
      'FIELD_OF_ANOTHER',
      '13:3',
    ],
    [
      'if it takes a field of Person',
      withChanges(aging, ['ageBand: String', 'birthDate: String @shareable\n  ageBand: String']),
      'FIELD_OF_ANOTHER',
      '22:3',
    ],
    [
      'if it declares a type of another system',
      withChanges(aging, [' ServiceEvent', ' Approval']),
      'TYPE_OF_ANOTHER',
      '35:6',
      'emou',
    ],
    [
      'if it changes values of another system',
      { ...aging, sdl: `${aging.sdl}\nenum GradeLevel {\n  PK\n  PHD\n}` },
      'TYPE_OF_ANOTHER',
      '49:6',
      'education',
    ],
    [
      'if it takes a field by @override',
      withChanges(
        aging,
        ['ageBand: String', 'snap: String @override(from: "snap")\n  ageBand: String'],
        ['"@tag"', '"@tag", "@override"'],
      ),
      'OVERRIDE_OF_ANOTHER',
      '22:3',
    ],
    [
      'if it joins by the number of another system',
      { ...withChanges(aging, ['agingClientId', 'medicaidRin']), personKey: 'medicaidRin' },
      'KEY_OF_ANOTHER',
      '20:3',
      'medicaid',
    ],
    ['if it joins by the state-wide id', withChanges(aging, ['agingClientId', 'id']), 'KEY_OF_ANOTHER', '20:3'],
    [
      'if clients could see its number',
      withChanges(aging, ['ID @inaccessible', 'ID @tag(name: "public")']),
      'KEY_NOT_HIDDEN',
      '20:3',
    ],
    [
      'if its data would open by another system’s dataset',
      withChanges(aging, ['[["aging.benefitAccess"]]', '[["aging.benefitAccess"], ["snap.enrollment"]]']),
      'DATASET_OF_ANOTHER',
      '26:3',
    ],
    [
      'if a name is one of JavaScript’s',
      withChanges(aging, ['openedOn: Date', 'constructor: Date']),
      'RESERVED_NAME',
      '30:3',
    ],
    ['if a name is __proto__', withChanges(aging, ['openedOn: Date', '__proto__: Date']), 'RESERVED_NAME', '30:3'],
    [
      'if a text has characters that nobody sees',
      withChanges(aging, ['"Kind of', '"Kin\u200bd of']),
      'HIDDEN_CHARACTERS',
      '38:3',
    ],
    ['if a text mixes scripts', withChanges(aging, ['"Kind of', '"Kіnd of']), 'MIXED_SCRIPTS', '38:3'],
  ])('%s', (_, candidate, code, place, owner = 'snap') => {
    const { findings, outcome, composed } = check(candidate, { file: 'schema.graphql' }, owner);
    const finding = findings.find((each) => each.code === code);
    const { location } = finding ?? {};
    expect([code, `${location?.file}:${location?.line}:${location?.column}`]).toEqual([
      code,
      `schema.graphql:${place}`,
    ]);
    expect(finding?.whatToDo).not.toBe('');
    expect(outcome).toBe('stopped');
    if (finding?.acceptable !== true) expect(composed).toBeUndefined();
  });

  test.each<[string, Publication, string]>([
    [
      'if its datasets are those of another system',
      { ...aging, datasets: publicationOf('snap').datasets },
      'WRONG_SYSTEM',
    ],
    [
      'if a dataset belongs to another system',
      { ...aging, datasets: { ...aging.datasets, datasets: publicationOf('snap').datasets.datasets } },
      'DATASET_OF_ANOTHER',
    ],
    ['if a law is blank', withDataset({ law: [' '] }), 'INCOMPLETE_DATASET'],
    ['if the contact is blank', { ...aging, contact: ' ' }, 'NO_CONTACT'],
    [
      'if the owner did not sign the agreement',
      { ...aging, datasets: { ...aging.datasets, owner: 'IDNR' } },
      'UNKNOWN_OWNER',
    ],
    [
      'if a guard names no described dataset',
      withChanges(aging, ['aging.benefitAccess', 'aging.benefits']),
      'UNKNOWN_DATASET',
    ],
    [
      'if it names no number but joins by one',
      { ...aging, personKey: undefined } as unknown as Publication,
      'KEY_NOT_PUBLISHED',
    ],
    ['if it names a number but does not join by it', { ...aging, personKey: 'ageId' }, 'KEY_NOT_DECLARED'],
  ])('%s (datasets)', (_, candidate, code) => {
    expect(codes(candidate, 'snap')).toContain(code);
  });
});

function withDataset(change: object): Publication {
  const [first, ...others] = aging.datasets.datasets;
  if (first === undefined) throw new Error('aging has datasets');
  return { ...aging, datasets: { ...aging.datasets, datasets: [{ ...first, ...change }, ...others] } };
}

describe('a hard bar', () => {
  const medicaid = publicationOf('medicaid');
  const { neverOpen } = medicaid.datasets;
  const field = 'hivDiagnoses: [String!] @policy(policies: [["medicaid.clinical"]])';
  const description = 'HIV diagnoses, ICD-10-CM B20 and Z21; never disclosed (410 ILCS 305/9).';
  const unlisted = {
    ...medicaid.datasets,
    neverOpen: neverOpen.filter((bar) => bar.field !== 'MedicaidCoverage.hivDiagnoses'),
  };

  test.each<[string, Publication, string]>([
    [
      'cannot be removed',
      { ...withChanges(medicaid, [`${field} @tag(name: "hard-bar")`, field]), datasets: unlisted },
      'HARD_BAR_LOOSENED',
    ],
    ['stays under neverOpen', { ...medicaid, datasets: unlisted }, 'HARD_BAR_LOOSENED'],
    ['stays as a tag', withChanges(medicaid, [`${field} @tag(name: "hard-bar")`, field]), 'HARD_BAR_LOOSENED'],
    [
      'is not left behind by a new name',
      {
        ...withChanges(medicaid, [`${field} @tag(name: "hard-bar")`, field.replace('hivDiagnoses', 'bloodTests')]),
        datasets: unlisted,
      },
      'HARD_BAR_MOVED',
    ],
  ])('%s', (_, candidate, code) => {
    const { findings, outcome } = check(candidate, {}, 'medicaid');
    expect(outcome).toBe('stopped');
    expect(findings.find((finding) => finding.code === code)).toMatchObject({ level: 'error' });
  });

  test('goes with its field, which takes two persons', () => {
    const candidate = {
      ...withChanges(medicaid, [`  "${description}"\n  ${field} @tag(name: "hard-bar")\n`, '']),
      datasets: unlisted,
    };
    expect(check(candidate, {}, 'medicaid').secondPersonBecause).toContain(
      'The bar of MedicaidCoverage.hivDiagnoses goes with the field.',
    );
  });
});

test('a finding that nobody may accept stays an error, and an accepted one stays accepted wherever it is in the file', () => {
  const mixed = withChanges(aging, ['"Kind of', '"Kіnd of']);
  const accepted = new Set(check(mixed).findings.map(({ fingerprint }) => fingerprint));
  expect(check({ ...mixed, sdl: `\n\n${mixed.sdl}` }, { accepted }).outcome).toBe('passed');
  const reserved = withChanges(aging, ['openedOn: Date', 'constructor: Date']);
  const all = new Set(check(reserved).findings.map(({ fingerprint }) => fingerprint));
  expect(check(reserved, { accepted: all }).outcome).toBe('stopped');
});

test('a system that is not in service cannot be retired', () => {
  expect(codes({ retire: 'aging' })).toEqual(['NOT_IN_SERVICE']);
});

test('publications in service that do not compose are no basis for a check', () => {
  const broken = current.map((each) =>
    each.subgraph === 'snap' ? { ...each, sdl: 'type Query { a: Nothing }' } : each,
  );
  expect(() => checkPublication({ current: broken, candidate: aging })).toThrow(/in service do not compose/);
});

test('the publications of the tests are those of the repository', () => {
  expect(current.map(({ datasets }) => datasets).length).toBe(readDatasetCatalogue(datasetsDirectory).systems.length);
  expect(Publication.safeParse(aging).success).toBe(true);
});
