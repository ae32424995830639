import { expect, test } from '@jest/globals';
import { type ChangesTestBed, household, person } from './changesTestBed.ts';

const REASON = 'Birth certificate compared';

export function mergeCases(bedOf: () => ChangesTestBed): void {
  const relatives = async (n: number) => {
    const query = `{ person(id: "${person(n)}") { id relationships { kind person { id } } household { members { id } } } }`;
    return (await bedOf().ask(query, {}, ['identity.household'])).data;
  };
  const changeOf = async (id: string | null) => {
    const query = `query ($id: ID!) { linkChange(id: $id) { kind status proposedBy changedBy decisionReason
      persons { id } moves { recordId system from { id } to { id } since } } }`;
    return ((await bedOf().ask(query, { id })).data as { linkChange: unknown }).linkChange;
  };

  test('nothing happens before a second steward approves, and never if one refuses', async () => {
    const input = { survivorId: person(1), replacedId: person(2), reason: REASON };
    const { changeId, status } = await bedOf().change('ann@doit.example', 'mergePersons', input);
    expect(status).toBe('PROPOSED');
    expect(await bedOf().persons(2)).toMatchObject([{ id: person(2), idocNumber: 'corrections-22' }]);
    const waiting = await bedOf().ask(
      '{ linkChanges(status: PROPOSED) { totalCount nodes { id kind persons { id } } } }',
    );
    expect(waiting.data).toEqual({
      linkChanges: {
        totalCount: 1,
        nodes: [{ id: changeId, kind: 'MERGE', persons: [{ id: person(1) }, { id: person(2) }] }],
      },
    });
    const again = await bedOf().change('bob@doit.example', 'mergePersons', input);
    expect(again.problems).toMatchObject([
      { kind: 'NOTHING_TO_CHANGE', message: expect.stringContaining(String(changeId)) },
    ]);
    const decide = (by: string, approve: boolean) =>
      bedOf().change(by, 'decideLinkChange', { changeId, approve, reason: 'Their photos differ' });
    expect((await decide('Ann@DOIT.example', true)).problems[0]?.kind).toBe('SAME_PERSON');
    expect((await decide('bob@doit.example', false)).status).toBe('REFUSED');
    expect((await decide('bob@doit.example', true)).problems[0]?.kind).toBe('NOTHING_TO_CHANGE');
    expect(await bedOf().persons(2)).toMatchObject([{ id: person(2) }]);
  });

  test('merged: numbers, relationships and the old id are the survivor’s', async () => {
    const before = await relatives(2);
    const { changeId } = await bedOf().approved('mergePersons', { survivorId: person(1), replacedId: person(2) });
    const merged = {
      ...{ id: person(1), snapClientId: 'snap-11', medicaidRin: 'medicaid-12' },
      ...{ tanfClientId: 'tanf-21', idocNumber: 'corrections-22' },
    };
    expect(await bedOf().persons(1, 2)).toMatchObject([merged, merged]);
    expect(await bedOf().recordsOf(person(2))).toEqual(['11', '12', '21', '22']);
    expect(await relatives(8)).toMatchObject({
      person: { relationships: [{ kind: 'MTH', person: { id: person(1) } }] },
    });
    expect(await relatives(1)).toMatchObject({
      person: { relationships: [{ kind: 'CHILD', person: { id: person(8) } }] },
    });
    const byName = await bedOf().ask('{ searchPersons(name: "Kim Osei") { id } }', {}, ['identity.demographics']);
    expect(JSON.stringify(byName.data)).not.toContain(person(2));
    expect(await changeOf(changeId)).toMatchObject({
      ...{ kind: 'MERGE', status: 'EFFECTIVE', proposedBy: 'first@doit.example', changedBy: 'second@doit.example' },
      decisionReason: 'Compared it as well',
      persons: [{ id: person(1) }, { id: person(2) }],
      moves: ['21', '22'].map((recordId) => ({ recordId, from: { id: person(2) }, to: { id: person(1) } })),
    });
    expect(before).toMatchObject({ person: { id: person(2) } });
  });

  test('unmerged: everything is as it was before, and the two are kept apart', async () => {
    const before = [await relatives(8), await relatives(1)];
    const { status, changeId } = await bedOf().approved('unmergePerson', { personId: person(2) });
    expect(status).toBe('EFFECTIVE');
    expect(await bedOf().persons(1, 2)).toMatchObject([
      { id: person(1), snapClientId: 'snap-11', medicaidRin: 'medicaid-12', tanfClientId: null, idocNumber: null },
      { id: person(2), snapClientId: null, medicaidRin: null, tanfClientId: 'tanf-21', idocNumber: 'corrections-22' },
    ]);
    expect(await relatives(2)).toMatchObject({
      person: {
        ...{ id: person(2), household: { members: [{ id: person(2) }] } },
        relationships: [{ kind: 'CHILD', person: { id: person(8) } }],
      },
    });
    expect(await relatives(1)).toMatchObject({ person: { relationships: [] } });
    expect(before[1]).not.toMatchObject({ person: { relationships: [] } });
    const [{ household_id: home } = {}] = await bedOf().sql<{ household_id: string }>(
      'select household_id from person where person_id = $1',
      [person(2)],
    );
    expect(home).toBe(household(2));
    const decisions = await bedOf().sql(
      'select one, other, kind from link_decision where link_change_id = $1 order by 1, 2',
      [changeId],
    );
    expect(decisions).toEqual(
      [
        [11, 21],
        [11, 22],
        [12, 21],
        [12, 22],
      ].map(([one, other]) => ({ one: String(one), other: String(other), kind: 'NOT_LINK' })),
    );
    const byName = await bedOf().ask('{ searchPersons(name: "Kim Osei") { id } }', {}, ['identity.demographics']);
    expect(JSON.stringify(byName.data)).toContain(person(2));
  });

  test('what is shown of a person follows from the records', async () => {
    const name = async (n: number) => {
      const { data } = await bedOf().ask(`{ person(id: "${person(n)}") { name { given } } }`, {}, [
        'identity.demographics',
      ]);
      return (data as { person: { name: { given: string } } }).person.name.given;
    };
    expect([await name(1), await name(2)]).toEqual(['Rosa', 'Kim']);
    await bedOf().approved('linkRecords', { one: '151', other: '161' });
    expect(await bedOf().persons(16)).toMatchObject([{ id: person(15), tanfClientId: 'tanf-161' }]);
    const { changeId } = await bedOf().approved('separateRecords', { one: '151', other: '161' });
    const change = (await changeOf(changeId)) as { moves: readonly { to: { id: string } }[] };
    const [{ to } = { to: { id: '' } }] = change.moves;
    // An id is never used for somebody else: the records that leave become a new person.
    expect([person(15), person(16)]).not.toContain(to.id);
    expect(await bedOf().recordsOf(to.id)).toEqual(['161']);
    const shown = await bedOf().ask(
      `{ person(id: "${to.id}") { name { given } household { address { street } } } }`,
      {},
      [...['identity.demographics', 'identity.household', 'identity.address']],
    );
    expect(shown.data).toEqual({
      person: { name: { given: 'Olga' }, household: { address: { street: '12 Elm St' } } },
    });
  });

  test('a separated record takes along what only it connects', async () => {
    const { changeId } = await bedOf().approved('separateRecords', { one: '51', other: '52' });
    expect(await bedOf().recordsOf(person(5))).toEqual(['52', '53']);
    expect(await changeOf(changeId)).toMatchObject({
      kind: 'SEPARATE',
      moves: [{ recordId: '51', from: { id: person(5) } }],
    });
  });

  test('numbers without records move with their person, and come back', async () => {
    await bedOf().approved('mergePersons', { survivorId: person(7), replacedId: person(6) });
    const merged = { id: person(7), snapClientId: 'snap-61', medicaidRin: 'M-6', tanfClientId: 'T-7' };
    expect(await bedOf().persons(6, 7)).toMatchObject([merged, merged]);
    // The same number again, so that several merges follow each other.
    await bedOf().approved('mergePersons', { survivorId: person(3), replacedId: person(7) });
    expect(await bedOf().persons(6)).toMatchObject([{ id: person(3), medicaidRin: 'M-6' }]);
    expect((await bedOf().approved('unmergePerson', { personId: person(7) })).problems).toEqual([]);
    expect((await bedOf().approved('unmergePerson', { personId: person(6) })).problems).toEqual([]);
    expect(await bedOf().persons(6, 7)).toMatchObject([
      { id: person(6), snapClientId: 'snap-61', medicaidRin: 'M-6', tanfClientId: null },
      { id: person(7), snapClientId: null, medicaidRin: null, tanfClientId: 'T-7' },
    ]);
  });

  test('persons who were unmerged can be merged again', async () => {
    expect((await bedOf().approved('mergePersons', { survivorId: person(2), replacedId: person(1) })).problems).toEqual(
      [],
    );
    expect(await bedOf().persons(1)).toMatchObject([
      { id: person(2), snapClientId: 'snap-11', tanfClientId: 'tanf-21' },
    ]);
    expect((await bedOf().approved('unmergePerson', { personId: person(1) })).problems).toEqual([]);
    expect(await bedOf().persons(1)).toMatchObject([{ id: person(1), snapClientId: 'snap-11', tanfClientId: null }]);
  });

  test('the survivor of a person with a protected address has one too, also when they are two again', async () => {
    const addressOf = async (n: number) => {
      const query = `{ person(id: "${person(n)}") { household { address { street } } } }`;
      return (await bedOf().ask(query, {}, ['identity.household', 'identity.address'])).data;
    };
    await bedOf().sql('update household set address_protected = true where household_id = $1', [household(6)]);
    expect(await addressOf(7)).toMatchObject({ person: { household: { address: { street: '7 Elm St' } } } });
    await bedOf().approved('mergePersons', { survivorId: person(7), replacedId: person(6) });
    const hidden = { person: { household: { address: null } } };
    expect([await addressOf(6), await addressOf(7)]).toEqual([hidden, hidden]);
    await bedOf().approved('unmergePerson', { personId: person(6) });
    expect([await addressOf(6), await addressOf(7)]).toEqual([hidden, hidden]);
  });

  test('the history of a person names every change, newest first, page by page', async () => {
    const page = async (after: string | null) => {
      const query = `query ($after: String) { linkChanges(personId: "${person(2)}", first: 2, after: $after) {
        totalCount hasNextPage endCursor nodes { kind status } } }`;
      const { data } = await bedOf().ask(query, { after });
      return (data as { linkChanges: { endCursor: string; hasNextPage: boolean; nodes: readonly object[] } })
        .linkChanges;
    };
    const first = await page(null);
    expect(first).toMatchObject({ totalCount: 5, hasNextPage: true });
    const kinds = (nodes: readonly object[]) => nodes.map((node) => (node as { kind: string }).kind);
    const second = await page(first.endCursor);
    const third = await page(second.endCursor);
    expect([...first.nodes, ...second.nodes, ...third.nodes]).toHaveLength(5);
    expect(kinds([...first.nodes, ...second.nodes, ...third.nodes]).sort()).toEqual([
      ...['MERGE', 'MERGE', 'MERGE', 'UNMERGE', 'UNMERGE'],
    ]);
    expect((await bedOf().ask('{ linkChanges(after: "x") { totalCount } }')).codes).toEqual(['BAD_USER_INPUT']);
    expect((await bedOf().ask('{ linkChanges(first: 101) { totalCount } }')).codes).toEqual(['BAD_USER_INPUT']);
  });
}
