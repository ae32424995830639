import { createSecretKey } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { personPseudonym } from '../../../schema/ledger/personPseudonym.ts';
import { createIdentitySubgraph, identityMigrationsDirectory } from '../../../subgraphs/identity/subgraph.ts';
import { runMigrations } from '../../../subgraphs/kit/database/migrations.ts';
import { createKeyFile, openKeyFile } from '../../../subgraphs/kit/encryption/keyFile.ts';
import { type RunningSubgraph, startSubgraph } from '../../../subgraphs/kit/startSubgraph.ts';
import type { SubgraphAnswer } from '../../../subgraphs/kit/testing/askSubgraph.ts';
import { personListClaims } from '../../../subgraphs/kit/testing/grantIssuer.ts';
import { at } from '../../harness/answer.ts';
import { rowsOf } from '../../harness/recordsOf.ts';
import type { GrantHolder } from '../harness/auditBed.ts';
import { bed, personId } from './suspensions.ts';

describe('an unmasking', () => {
  const pseudonym = personPseudonym({ epoch: 'other', secret: createSecretKey(Buffer.alloc(32)) }, personId);
  const pseudonyms = [pseudonym.toString('base64url')];
  const steward: GrantHolder = { roles: ['DATA_STEWARD'], sub: 'steward@doit.example' };

  const request = (url: string, input: object = {}, asker: GrantHolder = {}) =>
    bed.ask(
      url,
      'mutation ($input: RequestUnmaskingInput!) { requestUnmasking(input: $input) { unmasking { id status } } }',
      { input: { pseudonyms, reason: 'Complaint about look-ups.', caseReference: '2026-0417', ...input } },
      asker,
    );
  const idOf = ({ data }: SubgraphAnswer) => String(at(data, 'requestUnmasking.unmasking.id'));
  const decide = (url: string, unmaskingId: string, asker: GrantHolder, decision = 'approve') =>
    bed.ask(
      url,
      `mutation ($input: DecideUnmaskingInput!) { ${decision}Unmasking(input: $input) { unmasking { status } } }`,
      { input: { unmaskingId, comment: 'The complaint is founded.' } },
      asker,
    );

  test('is an entry of the log at each step, before it takes effect', async () => {
    await bed.with(async (url) => {
      const [approved, refused] = [idOf(await request(url)), idOf(await request(url))];
      expect((await decide(url, approved, steward)).data).toEqual({
        approveUnmasking: { unmasking: { status: 'OPEN' } },
      });
      const { data } = await decide(url, refused, steward, 'refuse');
      expect(data).toEqual({ refuseUnmasking: { unmasking: { status: 'REFUSED' } } });
      // One decision is all there is.
      expect((await decide(url, refused, steward)).codes).toEqual(['CONFLICT']);
      const requested = {
        event: 'unmasking',
        table: 'unmasking',
        by: { agency: 'DOIT', subject: 'officer@doit.example' },
      };
      const decided = { event: 'unmasking', table: 'unmasking_decision', by: { agency: 'DOIT', subject: steward.sub } };
      expect(await bed.entries()).toMatchObject([
        { ...requested, row: { unmasking_id: approved, pseudonyms, case_reference: '2026-0417' } },
        { ...requested, row: { unmasking_id: refused } },
        { ...decided, row: { unmasking_id: approved, approved: true, comment: 'The complaint is founded.' } },
        { ...decided, row: { unmasking_id: refused, approved: false } },
      ]);
      expect(JSON.stringify(await bed.entries())).not.toContain(personId);
    });
  });

  test('is decided by another person, in the role of the data steward', async () => {
    await bed.with(async (url) => {
      const id = idOf(await request(url));
      for (const asker of [
        { ...steward, sub: 'officer@doit.example' },
        { ...steward, sub: ' Officer@DOIT.example ' },
        { ...steward, roles: ['AUDITOR', 'DATA_STEWARD'], sub: 'officer@doit.example' },
        { ...steward, sub: undefined },
        { ...steward, sub: '' },
        { ...steward, roles: ['AUDITOR'] },
        { ...steward, agency: 'HFS' },
        { ...steward, purpose: 'CARE_COORDINATION' },
      ]) {
        for (const decision of ['approve', 'refuse']) {
          expect([asker, (await decide(url, id, asker, decision)).codes]).toEqual([asker, ['FORBIDDEN']]);
        }
      }
      expect((await decide(url, personId, steward)).codes).toEqual(['NOT_FOUND']);
      expect(await bed.entries()).toHaveLength(1);
    });
  });

  test('is requested by an auditor with a name, for at most 50 pseudonyms, a reason and a case', async () => {
    const many = Array.from({ length: 51 }, (_, index) => `${index}`.padStart(43, 'A'));
    await bed.with(async (url) => {
      for (const [code, input, asker] of [
        ['BAD_USER_INPUT', { pseudonyms: many }],
        ['BAD_USER_INPUT', { pseudonyms: [] }],
        ['BAD_USER_INPUT', { pseudonyms: [personId] }],
        ['BAD_USER_INPUT', { reason: ' too short ' }],
        ['BAD_USER_INPUT', { reason: 'x'.repeat(4_001) }],
        ['BAD_USER_INPUT', { caseReference: '' }],
        ['FORBIDDEN', {}, { sub: undefined }],
        ['FORBIDDEN', {}, { sub: ' ' }],
        ['FORBIDDEN', {}, steward],
        ['FORBIDDEN', {}, { agency: 'HFS' }],
      ] as const) {
        expect([input, asker, (await request(url, input, asker)).codes]).toEqual([input, asker, [code]]);
      }
      expect((await request(url, { pseudonyms: [...many.slice(1), ...many.slice(1)] })).codes).toEqual([]);
    });
  });

  test.each([
    [
      'whose approval is made up',
      'insert into audit.unmasking_decision select unmasking_id, true, reason, requested_by, now() from audit.unmasking',
      'is not in the log',
    ],
    [
      'whose pseudonyms are exchanged',
      "update audit.unmasking set pseudonyms = '{x}'",
      'is not as the log recorded it',
    ],
    ['that is deleted', 'delete from audit.unmasking', 'is in the log but missing from the table'],
  ])('%s by SQL keeps the audit system from starting', async (_, sql, message) => {
    await bed.with((url) => request(url));
    await bed.tamper(sql);
    await expect(bed.start()).rejects.toThrow(message);
  });

  test('searches a large person index step by step, with a token for each step', async () => {
    const databaseUrl = await bed.emou.postgres.ensureSystem('identity');
    const identity = await startIdentity(databaseUrl);
    const options = { personListUrl: () => new URL('/person-list', identity.url).href, searchStepMs: 0 };
    try {
      await bed.with(async (url) => {
        const last = await lastPersonOf(databaseUrl, 20_001);
        const own = personPseudonym(bed.pseudonymKey, last).toString('base64url');
        const id = idOf(await request(url, { pseudonyms: [own, ...pseudonyms] }));
        await decide(url, id, steward);
        const read = (headers: object) =>
          bed.ask(url, 'query ($id: ID!) { unmaskedPersons(unmaskingId: $id) { person { id } } }', { id }, {}, headers);
        const signed = () => ({
          'person-list-authorization': `Bearer ${bed.emou.sign(personListClaims(bed.emou.clock()))}`,
        });
        expect((await read({})).codes).toEqual(['FACTS_UNAVAILABLE']);
        const steps = [await read(signed()), await read(signed()), await read(signed())];
        expect(steps.map(({ codes }) => codes)).toEqual([['UNMASKING_IN_PROGRESS'], ['UNMASKING_IN_PROGRESS'], []]);
        expect(steps[2]?.data).toEqual({ unmaskedPersons: [{ person: { id: last } }, { person: null }] });
      }, options);
    } finally {
      await identity.stop();
    }
  });

  async function startIdentity(databaseUrl: string): Promise<RunningSubgraph> {
    await runMigrations(databaseUrl, identityMigrationsDirectory);
    const keyFile = join(await mkdtemp(join(tmpdir(), 'p360-keys-')), 'encryption.json');
    createKeyFile(keyFile);
    return startSubgraph(
      createIdentitySubgraph({ factSources: { childwelfare: () => undefined, emou: () => undefined } }),
      {
        ...{ databaseUrl, port: 0, grantJwksUrl: bed.emou.grantJwksUrl, clock: bed.emou.clock },
        keyEncryption: openKeyFile(keyFile),
        log: (entry) => bed.emou.log.push(entry),
      },
    );
  }
});

/** Loads so many persons, of whom only the ids can be read. Gives the id of the last one. */
async function lastPersonOf(databaseUrl: string, count: number): Promise<string> {
  await rowsOf(
    databaseUrl,
    `with home as (
       insert into household (household_id, address, key_generation) values (gen_random_uuid(), '', 1)
       returning household_id
     )
     insert into person (person_id, household_id, personal, key_generation)
     select gen_random_uuid(), household_id, '', 1
     from home, generate_series(1, ${count})`,
  );
  const [last] = await rowsOf<{ id: string }>(
    databaseUrl,
    'select person_id::text as id from person order by person_id desc limit 1',
  );
  if (last === undefined) throw new Error('There are no persons.');
  return last.id;
}
