import { describe, expect, test } from '@jest/globals';
import { idOf } from '../../harness/product/startProduct.ts';
import { bodiesOf } from '../../harness/recordsOf.ts';
import { schoolSupport } from '../../harness/requesters.ts';
import { auditor, find, nodesOf, pseudonymOf, residentToken, system } from './productAndReaders.ts';

describe('a resident', () => {
  const accounting = `query ($id: ID!) { accountingOfDisclosures(personId: $id) { edges { node { id kind agency
    requester person disclosed { datasets fields approvals } refused { dataset } } } } }`;

  test('sees who was shown their data, including refused requests, and no one else’s records', async () => {
    const token = residentToken(idOf('daughter'));
    const own = nodesOf(await system.ask(token, accounting, { id: idOf('daughter') }), 'accountingOfDisclosures');
    expect(new Set(own.map(({ agency, kind }) => `${agency} ${kind}`))).toEqual(
      new Set(['DCFS DISCLOSURE', 'DCFS REFUSAL', 'ISBE DISCLOSURE', 'ISBE REFUSAL']),
    );
    expect(new Set(own.map(({ person }) => person))).toEqual(new Set([pseudonymOf(idOf('daughter'))]));
    // The reader is a requester too; no id of theirs stands in the log.
    const requester = `person:${pseudonymOf(idOf('daughter'))}`;
    const readings = await find(auditor, { requester: `person:${idOf('daughter')}` });
    expect(readings.map((reading) => [reading.kind, reading.requester])).toContainEqual(['LOG_READING', requester]);
    expect((await find(auditor, { requester })).map(({ id }) => id)).toEqual(readings.map(({ id }) => id));
    expect((await bodiesOf(system.ledger.auditUrl, system.ledger.origin)).join('\n')).not.toContain(idOf('daughter'));
    expect((await system.ask(token, accounting, { id: idOf('ward') })).codes).toEqual(['FORBIDDEN']);
    const others = await find(token, { personId: idOf('ward') });
    expect(others.filter(({ person }) => person !== pseudonymOf(idOf('daughter')))).toEqual([]);
    expect((await system.ask(token, '{ unusualAccess { rule } }')).codes).toEqual(['FORBIDDEN']);
  });

  test('reads an entry in plain English, with names instead of codes', async () => {
    const query = `query ($id: ID!) { accountingOfDisclosures(personId: $id) { edges { node { kind agency inWords } } } }`;
    const token = residentToken(idOf('daughter'));
    const answer = await system.ask(token, query, { id: idOf('daughter') });
    const nodes = nodesOf(answer, 'accountingOfDisclosures') as unknown as Readonly<Record<string, string>>[];
    const wordsOf = (kind: string) => nodes.find((node) => node.agency === 'DCFS' && node.kind === kind)?.inWords ?? '';
    expect(wordsOf('DISCLOSURE')).toMatch(
      /^Data was shown\.\nWhen: \w+ \d+, \d{4} at .* Central Time\nWho: Caseworker, Department of Children and Family Services\nWhy: /,
    );
    expect(nodes.map(({ inWords }) => inWords).join('\n')).toMatch(/\nShown from [A-Z][^\n]*: .+\n {2}Held by: [A-Z]/);
    expect(wordsOf('REFUSAL')).toMatch(/\nRefused: [^\n]+ \([a-z ']+\)/);
    for (const { inWords = '' } of nodes) expect(inWords).not.toMatch(/\b[A-Z][A-Za-z]+\.[a-z]\w+|_|undefined|null/);
  });

  test('who is the mother or father of a child under 18 reads the child’s accounting', async () => {
    await system.ask(schoolSupport, 'query ($ids: [ID!]!) { persons(ids: $ids) { name { given } } }', {
      ids: [idOf('child')],
    });
    const ask = (reader: string, of: string) => system.ask(residentToken(reader), accounting, { id: of });
    const seen = nodesOf(await ask(idOf('daughter'), idOf('child')), 'accountingOfDisclosures');
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen.map(({ person }) => person))).toEqual(new Set([pseudonymOf(idOf('child'))]));
    // Neither a grandparent, nor the child of a parent, nor another person of the household.
    for (const [reader, of] of [
      [idOf('grandmother'), idOf('child')],
      [idOf('child'), idOf('daughter')],
      [idOf('grandmother'), idOf('daughter')],
      [idOf('daughter'), idOf('partner')],
    ] as const) {
      expect((await ask(reader, of)).codes).toEqual(['FORBIDDEN']);
    }
  });

  test('reads no accounting of a child who is a ward of the state, also as the parent', async () => {
    // The daughter is the mother of both; only the younger child is in her custody.
    const token = residentToken(idOf('daughter'));
    expect((await system.ask(token, accounting, { id: idOf('child') })).codes).toEqual([]);
    expect((await system.ask(token, accounting, { id: idOf('ward') })).codes).toEqual(['FORBIDDEN']);
  });

  test('does not see disclosures under a suspension until it ends; auditors do', async () => {
    const suspend = (until: Date, oral: boolean) =>
      system.ask(
        auditor,
        `mutation ($input: SuspendAccountingInput!) { suspendAccounting(input: $input) { suspension { until } } }`,
        {
          input: {
            personId: idOf('partner'),
            recipientAgency: 'DCFS',
            until: until.toISOString(),
            oral,
            reference: 'AG 2026-0417',
          },
        },
      );
    const now = system.clock.now().getTime();
    expect((await suspend(new Date(now + 31 * 86_400_000), true)).codes).toEqual(['BAD_USER_INPUT']);
    expect((await suspend(new Date(now + 86_400_000), true)).errors).toEqual([]);
    const token = residentToken(idOf('partner'));
    const agencies = async (): Promise<readonly string[]> =>
      nodesOf(await system.ask(token, accounting, { id: idOf('partner') }), 'accountingOfDisclosures').map(
        ({ agency }) => agency,
      );
    expect(await agencies()).not.toContain('DCFS');
    expect((await find(auditor, { personId: idOf('partner') })).map(({ agency }) => agency)).toContain('DCFS');
    const suspensions = await system.ask(auditor, '{ suspensions { recipientAgency oral enteredBy } }');
    expect(suspensions.data).toEqual({
      suspensions: [{ recipientAgency: 'DCFS', oral: true, enteredBy: 'doit.test' }],
    });

    // Nor do they learn that there is one from who looked for it.
    const looked = await system.ask(auditor, 'query ($id: ID!) { suspensions(personId: $id) { oral } }', {
      id: idOf('partner'),
    });
    expect(looked.data).toEqual({ suspensions: [{ oral: true }] });
    const mine = { personId: idOf('partner'), kind: 'LOG_READING' };
    const [reading] = await find(auditor, mine);
    expect(reading?.disclosed).toMatchObject([{ fields: ['AccountingSuspension.oral', 'Query.suspensions'] }]);
    expect(
      (await find(token, mine)).flatMap(({ disclosed }) => disclosed.flatMap(({ fields }) => fields)),
    ).not.toContain('Query.suspensions');
    const proof = await system.ask(token, 'query ($id: ID!) { inclusionProof(id: $id) { receipt } }', {
      id: reading?.id,
    });
    expect(proof.data).toEqual({ inclusionProof: null });
  });
});
