import { describe, expect, test } from '@jest/globals';
import { idOf } from '../../harness/product/startProduct.ts';
import { recordsOf } from '../../harness/recordsOf.ts';
import { indexSteward, type Who } from '../../harness/requesters.ts';
import { auditor, system } from './productAndReaders.ts';

describe('statistics', () => {
  test('hide counts of fewer than eleven persons from everyone but auditors', async () => {
    const query = '{ accessStatistics(by: DATASET) { key disclosures persons suppressed } }';
    const steward: Who = { agency: 'DCFS', purpose: 'DATA_GOVERNANCE', roles: ['DATA_OFFICER'] };
    type Rows = { accessStatistics: readonly { persons: number | null; disclosures: number | null }[] };
    const full = (await system.ask(auditor, query)).data as Rows;
    expect(full.accessStatistics.some(({ persons }) => persons !== null && persons < 11)).toBe(true);
    // The entries are of a month that is over once the clock is in a later one.
    const now = system.clock.now();
    const later = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 2) - now.getTime();
    system.clock.advance(later);
    try {
      const suppressed = (await system.ask(steward, query)).data as Rows;
      for (const { persons, disclosures: count } of suppressed.accessStatistics) {
        expect(persons === null || persons >= 11).toBe(true);
        expect(persons === null).toBe(count === null);
      }
      expect(suppressed.accessStatistics.length).toBeGreaterThan(0);
    } finally {
      system.clock.advance(-later);
    }
    for (const by of ['AGENCY', 'PURPOSE', 'APPROVAL', 'FIELD']) {
      const answer = await system.ask(auditor, `{ accessStatistics(by: ${by}) { key } }`);
      expect([by, answer.errors, (answer.data as Rows).accessStatistics.length > 0]).toEqual([by, [], true]);
    }
    expect((await system.ask(auditor, '{ unusualAccess { rule requester measured threshold } }')).errors).toEqual([]);
  });

  test('cover one whole month in Illinois that is over, so that no two ranges can be subtracted', async () => {
    const officer: Who = { agency: 'DCFS', purpose: 'DATA_GOVERNANCE', roles: ['DATA_OFFICER'] };
    const query = `query ($from: DateTime, $to: DateTime) { accessStatistics(by: AGENCY, from: $from, to: $to) { key } }`;
    const ask = (who: Who, from?: string, to?: string) => system.ask(who, query, { from, to });
    // Summer time begins on 8 March: the month has 743 hours.
    expect((await ask(officer, '2026-03-01T06:00:00Z', '2026-04-01T05:00:00Z')).errors).toEqual([]);
    expect((await ask(officer, '2026-03-01T00:00:00-06:00')).errors).toEqual([]);
    expect((await ask(officer, undefined, '2026-04-01T05:00:00Z')).errors).toEqual([]);
    const now = system.clock.now();
    const refused = [
      ['2026-03-01T06:00:00Z', '2026-03-01T06:00:01Z'],
      ['2026-03-01T06:00:01Z', '2026-04-01T05:00:00Z'],
      ['2026-03-01T06:00:00Z', '2026-04-01T05:00:01Z'],
      ['2026-03-01T06:00:00Z', '2026-05-01T05:00:00Z'],
      ['2026-04-01T05:00:00Z', '2026-03-01T06:00:00Z'],
      ['2026-03-01T00:00:00Z', '2026-04-01T00:00:00Z'],
      [now.toISOString(), undefined],
      [undefined, now.toISOString()],
      [new Date(now.getTime() + 40 * 86_400_000).toISOString(), undefined],
    ] as const;
    for (const [from, to] of refused) {
      const answer = await ask(officer, from, to);
      expect([from, to, answer.codes]).toEqual([from, to, ['BAD_USER_INPUT']]);
    }
    expect((await ask(auditor, '2026-03-01T06:00:00Z', '2026-03-01T06:00:01Z')).errors).toEqual([]);
  });
});

describe('the gateway', () => {
  test('records in order when its clock steps back', async () => {
    const before = (await recordsOf(system.ledger.auditUrl, system.ledger.origin)).length;
    const now = system.clock.now();
    system.clock.freezeAt(new Date(now.getTime() - 3_600_000));
    const answer = await system.ask(indexSteward, 'query ($id: ID!) { person(id: $id) { id birthDate } }', {
      id: idOf('ward'),
    });
    system.clock.freezeAt(now);
    expect(answer.errors).toEqual([]);
    const records = await recordsOf(system.ledger.auditUrl, system.ledger.origin);
    expect(records.slice(before)).toMatchObject([
      { time: new Date(now.getTime() - 3_600_000).toISOString(), request: answer.headers.get('x-request-id') },
    ]);
  });
});
