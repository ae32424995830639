import { describe, expect, test } from '@jest/globals';
import { at } from '../../harness/answer.ts';
import { idOf } from '../../harness/product/startProduct.ts';
import { recordsOf } from '../../harness/recordsOf.ts';
import { schoolSupport, type Who } from '../../harness/requesters.ts';
import { print, recordExport, recordLogExport, show, worker } from './printing.ts';
import { auditor, find, nodesOf, pseudonymOf, residentToken, system } from './productAndReaders.ts';

describe('a print', () => {
  const household = [idOf('ward'), idOf('child')];

  test('gets a ticket and is recorded about each person, before the response is sent', async () => {
    const request = await show(worker, household);
    const counts = () => system.ask(auditor, '{ accessStatistics(by: AGENCY) { key disclosures persons } }');
    const before = (await counts()).data;
    const answer = await print(worker, [request], [...household, idOf('ward').toUpperCase()]);
    expect(answer.errors).toEqual([]);
    const id = String(at(answer.data, 'recordPrint.ticket.id'));
    expect(at(answer.data, 'recordPrint.ticket')).toMatchObject({
      ...{ id: expect.stringMatching(/^PR-[0-9A-Z]{4}-[0-9A-Z]{4}$/), kind: 'PRINT', persons: 2 },
      ...{ requester: 'dcfs.printer', agency: 'DCFS', format: null, reason: null },
      ...{ datasets: ['identity.demographics'], fields: ['Person.name', 'PersonName.given'] },
    });
    const records = await recordsOf(system.ledger.auditUrl, system.ledger.origin);
    const prints = records.filter(
      (record) => record.request === answer.headers.get('x-request-id') && record.kind === 'print',
    );
    expect(prints.map(({ person }) => person).sort()).toEqual(household.map(pseudonymOf).sort());
    for (const { effects } of prints) {
      const ids = [
        ...household.map((person) => `person:${pseudonymOf(person)}`),
        `requestIds:${request}`,
        `Ticket:${id}`,
      ];
      expect(effects).toEqual([{ field: 'Mutation.recordPrint', ids: ids.sort() }]);
    }
    // A print is not another view.
    expect((await counts()).data).toEqual(before);
  });

  test('is found by its number from paper, and by the person next to the view, without anyone else', async () => {
    const request = await show(worker, household);
    const number = String(at((await print(worker, [request], household)).data, 'recordPrint.ticket.id'));
    const found = await find(auditor, { ticket: number });
    expect(found.map(({ kind, person }) => [kind, person])).toEqual(found.map(({ person }) => ['PRINT', person]));
    expect(found).toHaveLength(2);
    expect(await find(auditor, { ticket: 'PR-0000-0000' })).toEqual([]);
    const byNumber = 'query ($id: ID!) { ticket(id: $id) { requester agency requests persons } }';
    expect((await system.ask(auditor, byNumber, { id: number.toLowerCase() })).data).toEqual({
      ticket: { requester: 'dcfs.printer', agency: 'DCFS', requests: [request], persons: 2 },
    });

    const accounting = `query ($id: ID!) { accountingOfDisclosures(personId: $id) { edges { node { id kind agency
      requester person ticket inWords effects { ids } } } } }`;
    const own = await system.ask(residentToken(idOf('child')), accounting, { id: idOf('child') });
    const [entry] = nodesOf(own, 'accountingOfDisclosures') as unknown as readonly Readonly<Record<string, unknown>>[];
    expect(entry).toMatchObject({ kind: 'PRINT', agency: 'DCFS', person: pseudonymOf(idOf('child')), ticket: number });
    expect(entry?.inWords).toMatch(/^Data that had been shown was printed\.\n/);
    expect(JSON.stringify(own.data)).not.toContain(pseudonymOf(idOf('ward')));
  });

  test('is refused unless each request showed data to the same requester, and each person, in the last 15 hours', async () => {
    const request = await show(worker, household);
    const ofOther = await show({ ...worker, subject: 'dcfs.other' }, household);
    const searched = await system.ask(worker, '{ searchPersons(name: "Nobody Here", first: 1) { id } }');
    const none = searched.headers.get('x-request-id') ?? '';
    for (const [who, requests, persons] of [
      [worker, [ofOther], household],
      [worker, [request, ofOther], household],
      [worker, [request, none], household],
      [worker, ['no-such-request'], household],
      [worker, [request], [...household, idOf('daughter')]],
      [worker, [request], ['00000000-0000-4000-8000-000000000000']],
      [{ ...worker, agency: 'ISBE' } as Who, [request], household],
      [schoolSupport, [request], household],
      [residentToken(idOf('ward')), [request], [idOf('ward')]],
    ] as const) {
      const answer = await print(who, requests, persons);
      expect([answer.codes, answer.data]).toEqual([['FORBIDDEN'], { recordPrint: null }]);
      expect(answer.errors[0]?.message).toMatch(/^These requests did not show you data of all these persons/);
      expect(await find(auditor, { kind: 'PRINT', requester: 'dcfs.other' })).toEqual([]);
    }
    for (const [requests, persons] of [
      [[], household],
      [[request], []],
      [[request], ['Jada']],
    ] as const) {
      expect((await print(worker, requests, persons)).codes).toEqual(['BAD_USER_INPUT']);
    }
    expect((await print(worker, [request], household)).codes).toEqual([]);
  });

  test('is found by nobody but auditors', async () => {
    const number = at((await print(worker, [await show(worker, household)], household)).data, 'recordPrint.ticket.id');
    const byNumber = 'query ($id: ID!) { ticket(id: $id) { requester } }';
    for (const who of [worker, residentToken(idOf('ward')), { ...auditor, agency: 'HFS' } as Who]) {
      const answer = await system.ask(who, byNumber, { id: number });
      expect([answer.codes, answer.data]).toEqual([['FORBIDDEN'], { ticket: null }]);
    }
  });
});

test('an export is recorded in the same way, with its format and reason on the ticket', async () => {
  const request = await show(worker, [idOf('ward')]);
  const input = { requestIds: [request], personIds: [idOf('ward')], format: 'CSV', reason: 'COURT' };
  const answer = await system.ask(worker, recordExport, { input });
  expect(at(answer.data, 'recordExport.ticket')).toMatchObject({
    ...{ id: expect.stringMatching(/^EX-/), kind: 'EXPORT', format: 'CSV', reason: 'COURT', persons: 1 },
  });
  const [newest] = await find(auditor, { kind: 'EXPORT', personId: idOf('ward') });
  expect(newest).toMatchObject({ kind: 'EXPORT', requester: 'dcfs.printer', person: pseudonymOf(idOf('ward')) });
  const more = await system.ask(worker, recordExport, { input: { ...input, personIds: [idOf('partner')] } });
  expect([more.codes, more.data]).toEqual([['FORBIDDEN'], { recordExport: null }]);
});

describe('an export of the log', () => {
  const read = async (who: Who): Promise<string> => {
    const answer = await system.ask(who, '{ disclosures(first: 1) { edges { node { id } } } }');
    return answer.headers.get('x-request-id') ?? '';
  };
  const save = (who: Who | string, requestIds: readonly string[]) =>
    system.ask(who, recordLogExport, { input: { requestIds, format: 'CSV', reason: 'AUDIT' } });

  test('is one entry about nobody, which its number leads to', async () => {
    const requests = [await read(auditor), await read(auditor)];
    const answer = await save(auditor, requests);
    expect(answer.errors).toEqual([]);
    const number = String(at(answer.data, 'recordLogExport.ticket.id'));
    expect(at(answer.data, 'recordLogExport.ticket')).toMatchObject({ kind: 'EXPORT', persons: 0, fields: [] });
    expect(await find(auditor, { ticket: number })).toMatchObject([{ kind: 'EXPORT', person: null }]);
  });

  test('is refused for requests of others, for requests that did not read the log, and to residents', async () => {
    const own = await read(auditor);
    const other = await read({ ...auditor, subject: 'doit.other' });
    const shown = await show(worker, [idOf('ward')]);
    for (const [who, requests] of [
      [auditor, [own, other]],
      [auditor, ['no-such-request']],
      [worker, [shown]],
      [residentToken(idOf('ward')), [own]],
    ] as const) {
      const refused = await save(who, requests);
      expect([refused.codes, refused.data]).toEqual([['FORBIDDEN'], { recordLogExport: null }]);
    }
    expect((await save(auditor, [])).codes).toEqual(['BAD_USER_INPUT']);
  });
});
