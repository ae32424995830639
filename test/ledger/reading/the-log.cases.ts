import { describe, expect, test } from '@jest/globals';
import type { DisclosureRecord } from '../../../schema/ledger/disclosureRecord.ts';
import { type Answer, at } from '../../harness/answer.ts';
import { idOf } from '../../harness/product/startProduct.ts';
import { recordsOf } from '../../harness/recordsOf.ts';
import { fosterCare, medicaidWorker, type Who } from '../../harness/requesters.ts';
import { auditor, disclosures, find, nodesOf, pseudonymOf, residentToken, system } from './productAndReaders.ts';

const healthAuditor: Who = { agency: 'HFS', purpose: 'AUDIT', roles: ['AUDITOR'] };

describe('the log', () => {
  test('is open to auditors through every query, and closed without the role', async () => {
    const all = await find(auditor, {});
    expect(all.length).toBeGreaterThan(8);
    const ward = await find(auditor, { personId: idOf('ward') });
    expect(new Set(ward.map(({ person }) => person))).toEqual(new Set([pseudonymOf(idOf('ward'))]));
    expect(new Set((await find(auditor, { agency: 'ISBE' })).map(({ agency }) => agency))).toEqual(new Set(['ISBE']));
    expect((await find(auditor, { requester: 'dcfs.test', kind: 'SEARCH' })).length).toBe(1);
    const misspelled = await system.ask(auditor, disclosures, { filter: { agency: 'isbe' } });
    expect(misspelled.codes).toEqual(['BAD_USER_INPUT']);
    expect(misspelled.errors[0]?.message).toContain('agency must be the code of an agency: IDOA, DCFS,');
    const inUpperCase = await find(auditor, { personId: idOf('ward').toUpperCase() });
    expect(inUpperCase.map(({ id }) => id)).toEqual(expect.arrayContaining(ward.map(({ id }) => id)));
    expect((await system.ask(auditor, disclosures, { filter: { personId: 'the ward' } })).codes).toEqual([
      'BAD_USER_INPUT',
    ]);
    const medicaid = await find(auditor, { dataset: 'medicaid.enrollment' });
    expect(new Set(medicaid.map(({ agency, kind }) => `${agency} ${kind}`))).toEqual(
      // Two of the three are no wards of the state, as DCFS' approval asks.
      new Set(['DCFS DISCLOSURE', 'DCFS REFUSAL', 'ISBE REFUSAL']),
    );
    const approval = medicaid.flatMap(({ disclosed }) =>
      disclosed
        .filter(({ datasets }) => datasets.includes('medicaid.enrollment'))
        .flatMap(({ approvals }) => approvals),
    )[0];
    expect((await find(auditor, { approval })).length).toBe(
      all.filter(({ disclosed }) => disclosed.some(({ approvals }) => approvals?.includes(approval ?? ''))).length,
    );

    for (const who of [
      fosterCare,
      { ...auditor, purpose: 'CHILD_PROTECTION' },
      { ...auditor, roles: ['CASEWORKER'] },
    ]) {
      const answer = await system.ask(who as Who, disclosures, {});
      expect([answer.codes, at(answer.data, 'disclosures')]).toEqual([['FORBIDDEN'], null]);
    }
  });

  test('comes in pages, without a gap and without a repetition', async () => {
    const all = (await find(auditor, { to: new Date(system.clock.now()).toISOString() })).map(({ id }) => id);
    const to = new Date(system.clock.now()).toISOString();
    const paged: string[] = [];
    let after: unknown;
    for (;;) {
      const answer = await system.ask(auditor, disclosures, { filter: { to }, first: 3, after });
      paged.push(...nodesOf(answer).map(({ id }) => id));
      after = at(answer.data, 'disclosures.pageInfo.endCursor');
      if (at(answer.data, 'disclosures.pageInfo.hasNextPage') !== true) break;
    }
    expect(new Set(paged).size).toBe(paged.length);
    expect(all.every((id) => paged.includes(id))).toBe(true);
  });

  test('shows an agency’s auditor what concerns its own datasets, and nothing else of a record', async () => {
    const found = await find(healthAuditor, {});
    expect(found.length).toBeGreaterThan(0);
    for (const { disclosed, empty, refused } of found) {
      const groups = [...disclosed, ...empty];
      const datasets = [...groups.flatMap((group) => group.datasets), ...refused.map(({ dataset }) => dataset)];
      expect(datasets.length).toBeGreaterThan(0);
      expect(datasets.filter((dataset) => !dataset.startsWith('medicaid.'))).toEqual([]);
    }
    expect(await find(healthAuditor, { dataset: 'snap.participation' })).toEqual([]);

    // The absence of data about a person concerns the person, too.
    const status = 'query ($id: ID!) { person(id: $id) { medicaid { status } } }';
    expect((await system.ask(medicaidWorker, status, { id: idOf('partner') })).data).toEqual({
      person: { medicaid: null },
    });
    const [empty] = await find(healthAuditor, { personId: idOf('partner'), dataset: 'medicaid.enrollment' });
    expect(empty).toMatchObject({
      disclosed: [],
      empty: [{ datasets: ['medicaid.enrollment'], fields: ['Person.medicaid'] }],
    });

    // A search of their data that found nothing concerns them, too; a search elsewhere does not.
    const nobody = '{ medicaidRecipient(rin: "999999999") { status } }';
    expect((await system.ask(medicaidWorker, nobody)).data).toEqual({ medicaidRecipient: null });
    const searches = await find(healthAuditor, { kind: 'SEARCH' });
    expect(searches.map(({ search }) => search)).toEqual([
      { field: 'Query.medicaidRecipient', datasets: ['medicaid.lookup'], found: 0 },
    ]);
    expect(await find(auditor, { kind: 'SEARCH', dataset: 'medicaid.lookup' })).toEqual(searches);
  });

  test('is recorded when it is read, against the person whose entries were requested', async () => {
    const answer = await system.ask(auditor, disclosures, { filter: { personId: idOf('partner') } });
    const request = answer.headers.get('x-request-id');
    const records = await recordsOf(system.ledger.auditUrl, system.ledger.origin);
    expect(records.filter((record) => record.request === request)).toMatchObject([
      { kind: 'log-reading', person: pseudonymOf(idOf('partner')), requester: 'doit.test' },
    ]);
  });
});

describe('every reading of the log is recorded', () => {
  const recordsAbout = async (answer: Answer): Promise<readonly DisclosureRecord[]> => {
    const request = answer.headers.get('x-request-id');
    return (await recordsOf(system.ledger.auditUrl, system.ledger.origin)).filter((one) => one.request === request);
  };
  const byPerson = `query ($id: ID!) { disclosures(filter: { personId: $id }) { edges { node { id } } } }`;
  const nobody = '00000000-0000-4000-8000-000000000000';

  test('also one that found nothing', async () => {
    const answer = await system.ask(auditor, byPerson, { id: nobody });
    expect(answer.data).toEqual({ disclosures: { edges: [] } });
    expect(await recordsAbout(answer)).toMatchObject([{ kind: 'log-reading', person: pseudonymOf(nobody) }]);
    const proof = await system.ask(auditor, '{ inclusionProof(id: "1-999999999") { receipt } }');
    expect(proof.data).toEqual({ inclusionProof: null });
    const records = await recordsAbout(proof);
    expect(records.map(({ kind, person, grounds }) => [kind, person, grounds])).toEqual([
      ['log-reading', undefined, undefined],
    ]);
  });

  test('also one of a single entry, and one that names the person by pseudonym', async () => {
    const pseudonym = pseudonymOf(idOf('ward'));
    const byPseudonym = await system.ask(auditor, disclosures, { filter: { person: pseudonym }, first: 200 });
    const found = nodesOf(byPseudonym);
    expect(new Set(found.map(({ person }) => person))).toEqual(new Set([pseudonym]));
    expect(await recordsAbout(byPseudonym)).toMatchObject([{ kind: 'log-reading', person: pseudonym }]);
    const about = await find(auditor, { personId: idOf('ward') });
    expect(about.map(({ id }) => id)).toEqual(expect.arrayContaining(found.map(({ id }) => id)));

    const single = 'query ($id: ID!) { disclosure(id: $id) { id kind disclosed { datasets } } }';
    const shown = found.find(
      ({ kind, disclosed }) =>
        kind === 'DISCLOSURE' && disclosed.some(({ datasets }) => datasets.includes('medicaid.enrollment')),
    );
    const one = await system.ask(auditor, single, { id: shown?.id });
    expect(one.data).toMatchObject({ disclosure: { id: shown?.id, kind: 'DISCLOSURE' } });
    expect((await recordsAbout(one)).map(({ kind }) => kind)).toEqual(['log-reading']);
    // An agency sees of an entry what is about its own data, a resident only what is about them.
    const ofHealth = await system.ask(healthAuditor, single, { id: shown?.id });
    const datasets = at(ofHealth.data, 'disclosure.disclosed') as readonly { datasets: readonly string[] }[];
    expect(datasets.flatMap((group) => group.datasets)).toEqual(['medicaid.enrollment']);
    expect((await system.ask(residentToken(idOf('ward')), single, { id: shown?.id })).data).toMatchObject({
      disclosure: { id: shown?.id },
    });
    const prisons: Who = { agency: 'IDOC', purpose: 'AUDIT', roles: ['AUDITOR'] };
    for (const who of [residentToken(idOf('partner')), prisons]) {
      expect((await system.ask(who, single, { id: shown?.id })).data).toEqual({ disclosure: null });
    }
    expect((await system.ask(fosterCare, single, { id: shown?.id })).codes).toEqual(['FORBIDDEN']);
    for (const id of ['1-999999999', 'nothing', '']) {
      expect((await system.ask(auditor, single, { id })).data).toEqual({ disclosure: null });
    }
    for (const filter of [{ person: 'x' }, { person: pseudonym, personId: idOf('ward') }]) {
      expect((await system.ask(auditor, disclosures, { filter })).codes).toEqual(['BAD_USER_INPUT']);
    }
    // A resident who names another person finds their own entries, and nothing else.
    const own = nodesOf(
      await system.ask(residentToken(idOf('partner')), disclosures, { filter: { person: pseudonym } }),
    );
    expect(new Set(own.map(({ person }) => person))).toEqual(new Set([pseudonymOf(idOf('partner'))]));
  });

  test('one that was refused is a refusal against whom it was about', async () => {
    const answer = await system.ask(fosterCare, byPerson, { id: idOf('child') });
    expect(answer.codes).toEqual(['FORBIDDEN']);
    const refusal = {
      kind: 'refusal',
      requester: 'dcfs.test',
      refused: [{ dataset: null, field: 'Query.disclosures', owner: null, reason: 'FORBIDDEN' }],
    };
    expect(await recordsAbout(answer)).toMatchObject([{ ...refusal, person: pseudonymOf(idOf('child')) }]);
    const mixed = await system.ask(fosterCare, '{ disclosures { edges { cursor } } approvals { id } }');
    const records = await recordsAbout(mixed);
    expect(records).toMatchObject([{ kind: 'disclosure' }, refusal]);
    expect(records.map(({ person }) => person)).toEqual([undefined, undefined]);
  });

  test('one that failed has read nothing', async () => {
    const answer = await system.ask(auditor, '{ disclosures(first: 0) { edges { cursor } } }');
    expect([answer.codes, await recordsAbout(answer)]).toEqual([['BAD_USER_INPUT'], []]);
  });
});
