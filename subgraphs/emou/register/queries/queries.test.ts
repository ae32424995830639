import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatasetCatalogue } from '../../../../schema/catalog/datasetCatalogue.ts';
import { STAFF_ROLES } from '../../../../schema/catalog/roles.ts';
import { seedApprovals } from '../../seed/seed.ts';
import { seededAgreements } from '../../seed/seededAgreements.ts';
import { askAccess, askApproval, askEmou, askRevocation } from '../../testing/askEmou.ts';
import { type EmouTestBed, startEmouTestBed } from '../../testing/emouTestBed.ts';
import { readFeed } from '../../testing/readFeed.ts';

let bed: EmouTestBed;
let url: string;

beforeAll(async () => {
  bed = await startEmouTestBed();
  await seed();
  url = (await bed.startEmou()).url;
});
afterAll(() => bed?.stop());

const seed = () =>
  seedApprovals({
    databaseUrl: bed.databaseUrl,
    catalogue: bed.catalogue,
    clock: bed.clock,
    administration: bed.testLog.settings,
  });

async function ask<Data>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> {
  const { data, message } = await askEmou<Data>(url, bed.grant({ roles: [] }), query, variables);
  expect(message).toBeUndefined();
  return data;
}

interface ListedApproval {
  readonly id: string;
  readonly requestingAgency: string;
  readonly purpose: string;
  readonly inForce: boolean;
  readonly dataset: { readonly id: string };
}
const approvals = async (filter = '') =>
  (
    await ask<{ approvals: ListedApproval[] }>(
      `{ approvals${filter} { id requestingAgency purpose inForce dataset { id } } }`,
    )
  ).approvals;
const datasetsOf = (agency: string, purpose: string, listed: readonly ListedApproval[]) =>
  listed
    .filter((approval) => approval.requestingAgency === agency && approval.purpose === purpose)
    .map(({ dataset }) => dataset.id)
    .sort();

describe('the approvals that person360 begins with', () => {
  test('are in force, by agency and purpose, and no others', async () => {
    const listed = await approvals();
    expect(datasetsOf('DCFS', 'FOSTER_CARE_CASE', listed)).toEqual([
      'corrections.custody',
      'corrections.history',
      'education.enrollment',
      'education.history',
      'identity.address',
      'identity.demographics',
      'identity.household',
      'medicaid.enrollment',
      'medicaid.history',
      'medicaid.providers',
      'snap.history',
      'snap.participation',
      'tanf.benefits',
      'tanf.history',
      'tanf.participation',
      'weatherization.assistance',
      'weatherization.dwelling',
      'weatherization.history',
    ]);
    expect(datasetsOf('DCFS', 'CHILD_PROTECTION', listed)).toEqual([
      'corrections.custody',
      'corrections.history',
      'education.enrollment',
      'education.history',
      'identity.address',
      'identity.demographics',
      'identity.household',
      'medicaid.enrollment',
      'medicaid.history',
      'medicaid.providers',
      'tanf.history',
      'tanf.participation',
      'weatherization.assistance',
      'weatherization.dwelling',
      'weatherization.history',
    ]);
    expect(datasetsOf('ISBE', 'EDUCATION_SUPPORT', listed)).toEqual([
      'identity.demographics',
      'snap.history',
      'snap.participation',
      'tanf.history',
      'tanf.participation',
    ]);
    expect(datasetsOf('IDOC', 'REENTRY_PLANNING', listed)).toEqual([
      'identity.demographics',
      'medicaid.enrollment',
      'medicaid.history',
      'snap.history',
      'snap.participation',
    ]);
    expect(datasetsOf('DCEO', 'ENERGY_ASSISTANCE', listed)).toEqual([
      'identity.address',
      'identity.demographics',
      'identity.household',
      'snap.history',
      'snap.participation',
      'tanf.history',
      'tanf.participation',
    ]);
    expect(listed).toHaveLength(18 + 15 + 5 + 5 + 7);
    expect(listed.every(({ inForce }) => inForce)).toBe(true);
  });

  test('each states its legal basis, its start and its end', async () => {
    const { approvals: listed } = await ask<{
      approvals: { legalBasis: string; validFrom: string; validUntil: string; roles: readonly string[] }[];
    }>('{ approvals { legalBasis validFrom validUntil roles request { justification } } }');
    for (const approval of listed) {
      const year = bed.clock().getUTCFullYear();
      expect(approval).toMatchObject({
        validFrom: `${year}-01-01T06:00:00.000Z`,
        validUntil: `${year + 2}-01-01T06:00:00.000Z`,
        request: { justification: 'In force when the register was opened.' },
        roles: STAFF_ROLES,
      });
      expect(approval.legalBasis).toMatch(/USC|CFR|ILCS/);
    }
  });

  test('are written exactly once, by the first process that starts', async () => {
    const before = await approvals();
    expect(await seed()).toBe(0);
    await bed.clearRegister();
    expect((await Promise.all([seed(), seed(), seed()])).sort()).toEqual([0, 0, before.length]);
    expect(await approvals()).toEqual(before);
    const steward = bed.grant({ agency: 'DOIT', roles: ['DATA_STEWARD'] });
    for (const { id } of before) await askRevocation(url, steward, id);
    expect(await seed()).toBe(0);
    expect(await approvals()).toEqual([]);
    await bed.clearRegister();
    await seed();
  });

  test('begin before now on a clock that runs in an earlier year', async () => {
    await bed.clearRegister();
    const clock = () => new Date('2025-06-01T12:00:00Z');
    await seedApprovals({
      databaseUrl: bed.databaseUrl,
      catalogue: bed.catalogue,
      clock,
      administration: bed.testLog.settings,
    });
    const [row] = await bed.sql<{ from: Date; until: Date }>(
      'select min(valid_from) as from, max(valid_until) as until from agreement_phase',
    );
    expect(row?.from).toEqual(new Date('2025-01-01T06:00:00Z'));
    expect(row?.until).toEqual(new Date('2027-01-01T06:00:00Z'));
    await bed.clearRegister();
    await seed();
  });

  test('name only what the catalogue lets be requested', () => {
    const bare: DatasetCatalogue = { ...bed.catalogue, datasets: new Map() };
    expect(seededAgreements.length).toBeGreaterThan(0);
    return expect(
      seedApprovals({
        databaseUrl: bed.databaseUrl,
        catalogue: bare,
        clock: bed.clock,
        administration: bed.testLog.settings,
      }),
    ).rejects.toThrow('cannot be requested');
  });
});

describe('the public register', () => {
  test('the thirteen signatories', async () => {
    const { agencies } = await ask<{ agencies: { code: string; name: string; signedOn: string }[] }>(
      '{ agencies { code name signedOn } }',
    );
    expect(agencies).toHaveLength(13);
    expect(agencies).toContainEqual({
      code: 'CMS_IL',
      name: 'Department of Central Management Services',
      signedOn: '2016-05-26',
    });
  });

  test('the datasets, with the fields that nothing opens', async () => {
    const { datasets } = await ask<{ datasets: { id: string; system: string; neverOpen: object[] }[] }>(
      `{ datasets { id system owner title description classification law federalApproval requestable
         neverOpen { coordinate bar law } } }`,
    );
    expect(datasets.map(({ id }) => id)).toEqual([...bed.catalogue.datasets.keys()]);
    expect(datasets.find(({ id }) => id === 'snap.eligibility')).toMatchObject({
      owner: 'IDHS',
      classification: 'SENSITIVE',
      requestable: true,
      neverOpen: [
        { coordinate: 'SnapParticipation.immigrationStatus', bar: 'IMM-1' },
        { coordinate: 'SnapParticipation.domesticViolenceExclusion', bar: 'DV-1' },
      ],
    });
    expect(datasets.flatMap(({ neverOpen }) => neverOpen)).toHaveLength(bed.catalogue.hardBars.size);
  });

  test('the datasets of one system; of an unknown one none', async () => {
    const { snap, nothing } = await ask<{ snap: { system: string }[]; nothing: object[] }>(
      '{ snap: datasets(system: "snap") { system } nothing: datasets(system: "__proto__") { id } }',
    );
    expect(snap.length).toBeGreaterThan(0);
    expect(new Set(snap.map(({ system }) => system))).toEqual(new Set(['snap']));
    expect(nothing).toEqual([]);
  });

  test('approvals by agency, by dataset, in force or not', async () => {
    expect(await approvals('(requestingAgency: ISBE)')).toHaveLength(5);
    expect(await approvals('(dataset: "medicaid.enrollment")')).toHaveLength(3);
    expect(await approvals('(dataset: "nothing")')).toEqual([]);
    const [first] = await approvals('(requestingAgency: ISBE)');
    await askRevocation(url, bed.grant({ agency: 'DOIT', roles: ['DATA_STEWARD'] }), first?.id);
    expect(await approvals('(requestingAgency: ISBE)')).toHaveLength(4);
    expect(await approvals('(requestingAgency: ISBE, inForce: false)')).toEqual([{ ...first, inForce: false }]);
    expect(await approvals('(requestingAgency: ISBE, inForce: null)')).toHaveLength(5);
  });

  test("an owner's inbox, a requester's outbox, the newest first, what they refer to in one statement", async () => {
    const hfs = bed.grant({ agency: 'HFS' });
    const older = await askAccess(url, hfs, { datasets: ['snap.benefits', 'corrections.custody'] });
    bed.passTime(1_000);
    const newer = await askAccess(url, hfs, { datasets: ['tanf.benefits', 'tanf.requirements'], purpose: 'AUDIT' });
    await askApproval(url, bed.grant({ agency: 'IDHS' }), newer.ids[0]);
    bed.statements.length = 0;
    const { inbox, open, outbox } = await ask<Record<'inbox' | 'open' | 'outbox', { id: string }[]>>(`{
      inbox: accessRequests(owner: IDHS) { id approval { id request { id } } }
      open: accessRequests(owner: IDHS, status: SUBMITTED) { id }
      outbox: accessRequests(requestingAgency: HFS) { id approval { id } }
    }`);
    expect(
      inbox
        .map(({ id }) => id)
        .slice(0, 2)
        .sort(),
    ).toEqual([...newer.ids].sort());
    expect(inbox.map(({ id }) => id)[2]).toBe(older.ids[0]);
    expect(open.map(({ id }) => id)).not.toContain(newer.ids[0]);
    expect(outbox).toHaveLength(4);
    expect(bed.statements.filter((name) => name === 'requestList')).toHaveLength(3);
    // One statement reads the histories of each list, whatever they refer to.
    expect(bed.statements.filter((name) => name === 'eventsOfAgreements')).toHaveLength(3);
  });

  test('a list too long to be shown whole is refused, not cut', async () => {
    await bed.sql(
      `with made as (
         insert into agreement (agreement_id, sequence, requester, owner, dataset, purpose, drafted_at, disputed, overturned,
           reversed, federally_approved)
         select gen_random_uuid(), 3, 'IDVA', 'IDHS', 'snap.participation', 'AUDIT', now(), false, false, false, false
         from generate_series(1, 1001) returning agreement_id)
       insert into agreement_phase (agreement_id, starts_at, ends_at, status, granted, in_force, changes_access)
       select agreement_id, '-infinity', 'infinity', 'IN_FORCE', true, true, false from made`,
    );
    const { code, message } = await askEmou<object>(url, bed.grant(), '{ approvals(requestingAgency: IDVA) { id } }');
    expect(code).toBe('BAD_USER_INPUT');
    expect(message).toContain('Narrow the list');
    await bed.sql("delete from agreement where requester = 'IDVA'");
  });

  test('approvals of a dataset that became stricter are out of force, and out of the feed', async () => {
    const datasets = new Map(bed.catalogue.datasets);
    const stricter = datasets.get('snap.participation');
    if (stricter !== undefined) datasets.set('snap.participation', { ...stricter, federalApproval: true });
    datasets.delete('tanf.participation');
    const later = await bed.startEmou({ catalogue: { ...bed.catalogue, datasets } });
    const { data } = await askEmou<{ approvals: { dataset: { id: string } }[] }>(
      later.url,
      bed.grant(),
      '{ approvals { dataset { id } } }',
    );
    const closed = ['snap.participation', 'tanf.participation'];
    expect(data.approvals.filter(({ dataset }) => closed.includes(dataset.id))).toEqual([]);
    const feed = await readFeed(later.url, bed.gatewayGrant());
    const snapshot = await feed.snapshot(() => true);
    feed.close();
    expect(snapshot.approvals).toHaveLength(data.approvals.length);
    expect(snapshot.approvals.filter(({ dataset }) => closed.includes(dataset))).toEqual([]);
  });
});
