import { expect, test } from '@jest/globals';
import { execute } from '../../../kit/testing/testSystems.ts';
import { type ChangesTestBed, person } from './changesTestBed.ts';

const REASON = 'Birth certificate compared';

/** Every commit that changed a link fails, as if the process had died between the entry of the log and the commit. */
const LOSE_COMMITS = `
  create function lose_commit() returns trigger language plpgsql as $$ begin raise exception 'lost'; end $$;
  create constraint trigger lose_commit after insert or update on link_change deferrable initially deferred
    for each row execute function lose_commit();`;
const KEEP_COMMITS = 'drop trigger lose_commit on link_change; drop function lose_commit();';

export function lostCommitCases(bedOf: () => ChangesTestBed): void {
  test('the next change carries out what the log has and the database lost', async () => {
    const { changeId } = await bedOf().change('ann@doit.example', 'mergePersons', {
      ...{ survivorId: person(1), replacedId: person(2), reason: REASON },
    });
    const before = (await bedOf().entries()).length;
    await execute(bedOf().identity.databaseUrl, LOSE_COMMITS);
    const lost = await bedOf().attempt('bob@doit.example', 'decideLinkChange', {
      changeId,
      approve: true,
      reason: REASON,
    });
    expect(lost.codes).toEqual(['DATABASE_ERROR']);
    await execute(bedOf().identity.databaseUrl, KEEP_COMMITS);
    expect(await bedOf().entries()).toHaveLength(before + 1);
    expect(await bedOf().persons(2)).toMatchObject([{ id: person(2), tanfClientId: 'tanf-21' }]);
    // Any change at all.
    await bedOf().change('ann@doit.example', 'linkRecords', { one: '52', other: '61', reason: REASON });
    expect(await bedOf().persons(2)).toMatchObject([
      { id: person(1), snapClientId: 'snap-11', tanfClientId: 'tanf-21' },
    ]);
    const { data } = await bedOf().ask(
      `{ linkChange(id: "${changeId}") { status changedBy moves { recordId to { id } } } }`,
    );
    expect(data).toEqual({
      linkChange: {
        ...{ status: 'EFFECTIVE', changedBy: 'bob@doit.example' },
        moves: ['21', '22'].map((recordId) => ({ recordId, to: { id: person(1) } })),
      },
    });
  });

  test('a new person of a change that was lost has the id that the log names', async () => {
    const { changeId } = await bedOf().change('ann@doit.example', 'separateRecords', {
      ...{ one: '52', other: '53', reason: REASON },
    });
    await execute(bedOf().identity.databaseUrl, LOSE_COMMITS);
    await bedOf().attempt('bob@doit.example', 'decideLinkChange', { changeId, approve: true, reason: REASON });
    await execute(bedOf().identity.databaseUrl, KEEP_COMMITS);
    expect(await bedOf().recordsOf(person(5))).toEqual(['52', '53']);
    expect((await bedOf().approved('unmergePerson', { personId: person(2) })).status).toBe('EFFECTIVE');
    expect(await bedOf().recordsOf(person(5))).toHaveLength(1);
    const { data } = await bedOf().ask(`{ linkChange(id: "${changeId}") { moves { recordId to { id } } } }`);
    const [{ recordId, to } = { recordId: '', to: null }] = (
      data as { linkChange: { moves: readonly { recordId: string; to: { id: string } | null }[] } }
    ).linkChange.moves;
    // Null, if the log's pseudonym were of another id.
    expect(await bedOf().recordsOf(to?.id ?? '')).toEqual([recordId]);
  });

  test('while the log is down nothing changes', async () => {
    const { adminUrl } = bedOf().ledger;
    const before = await bedOf().sql('select count(*) from link_change');
    await execute(
      adminUrl,
      `alter role ledger_register nologin;
       select pg_terminate_backend(pid) from pg_stat_activity where usename = 'ledger_register'`,
    );
    try {
      for (const [name, input] of [
        ['mergePersons', { survivorId: person(1), replacedId: person(2) }],
        ['linkRecords', { one: '11', other: '22' }],
      ] as const) {
        const { codes } = await bedOf().attempt('ann@doit.example', name, { reason: REASON, ...input });
        expect(codes).toEqual(['AUDIT_UNAVAILABLE']);
      }
      // The index still answers.
      expect(await bedOf().persons(2)).toMatchObject([{ id: person(2) }]);
    } finally {
      await execute(adminUrl, 'alter role ledger_register login');
    }
    expect(await bedOf().sql('select count(*) from link_change')).toEqual(before);
  });
}
