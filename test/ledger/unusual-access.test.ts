import { createHash, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { canonicalJson, type LedgerEntry, openLedger } from '../../ledger/index.ts';
import { DisclosureRecord, type RecordKind } from '../../schema/ledger/disclosureRecord.ts';
import { at } from '../harness/answer.ts';
import { type Product, startProduct } from '../harness/product/startProduct.ts';
import { recordsOf } from '../harness/recordsOf.ts';
import { fosterCare, type Who } from '../harness/requesters.ts';

const auditor: Who = { agency: 'DOIT', purpose: 'AUDIT', roles: ['AUDITOR'] };
/** 15:00 in Illinois. */
const DAY = '2026-03-02T21:00:00.000Z';
/** 02:00 there. */
const NIGHT = '2026-03-03T08:00:00.000Z';

/** Actions of one requester, written to a separate log in the gateway's format. */
interface Activity {
  readonly requester: string;
  readonly purpose?: string;
  readonly kind?: RecordKind;
  /** One entry for each. */
  readonly persons: number;
  readonly time?: string;
  readonly caseId?: string;
  readonly dataset?: (index: number) => string;
  readonly sameSurname?: boolean;
}

let system: Product;
beforeAll(async () => {
  system = await startProduct();
}, 240_000);
afterAll(() => system?.stop());

function entriesOf({ requester, persons, purpose = 'CHILD_PROTECTION', ...doing }: Activity): readonly LedgerEntry[] {
  const { kind = 'disclosure', time = DAY, caseId, sameSurname } = doing;
  return Array.from({ length: persons }, (_, index) => {
    const person = createHash('sha256').update(`person ${index}`).digest();
    const dataset = doing.dataset?.(index) ?? 'snap.participation';
    const record: DisclosureRecord = {
      agency: 'DCFS',
      ...(caseId === undefined ? {} : { case: caseId }),
      epoch: 'test',
      kind,
      operation: { hash: 'h' },
      person: person.toString('base64url'),
      purpose,
      request: `${requester}-${purpose}-${kind}-${index}`,
      requester,
      revision: 1,
      roles: ['CASEWORKER'],
      ...(kind === 'search'
        ? { search: { criteria: 'c', field: 'f', found: 1, ...(sameSurname ? { sameSurname } : {}) } }
        : {}),
      time,
      v: 1,
    };
    return {
      body: canonicalJson(JSON.parse(JSON.stringify(DisclosureRecord.parse(record)))),
      time: new Date(time),
      indexes: { kind, person, requester, agency: 'DCFS', dataset },
    };
  });
}

let logs = 0;
/** Rules and requesters that the log names in the year whose doings these are. */
async function namedBy(doings: readonly Activity[]): Promise<readonly string[]> {
  const year = 2001 + logs++;
  const inYear = (time: string): string => time.replace(/^\d{4}/, String(year));
  const ledger = await openLedger({
    connectionString: system.ledger.writerUrl,
    origin: `ledger.test/unusual-${logs}`,
    holder: 'test',
    signingKey: generateKeyPairSync('ed25519').privateKey,
  });
  for (const doing of doings) {
    const entries = entriesOf({ ...doing, time: inYear(doing.time ?? DAY) });
    if (entries.length > 0) await ledger.append(entries);
  }
  await ledger.close();
  const answer = await system.ask(
    auditor,
    'query ($from: DateTime, $to: DateTime) { unusualAccess(from: $from, to: $to) { rule requester measured threshold } }',
    { from: inYear('2026-03-01T00:00:00.000Z'), to: inYear('2026-03-31T00:00:00.000Z') },
  );
  expect(answer.errors).toEqual([]);
  type Row = { rule: string; requester: string; measured: number; threshold: number };
  const rows = at(answer.data, 'unusualAccess') as readonly Row[]; // as asked for
  return rows.map(({ rule, requester, measured, threshold }) => `${rule} ${requester} ${measured}>${threshold}`).sort();
}

/** Five who do what is usual; `doing` says what. */
const peers = (doing: Omit<Activity, 'requester'>): readonly Activity[] =>
  Array.from({ length: 5 }, (_, index) => ({ ...doing, requester: `peer.${index}` }));

test('VOLUME: more than 50 persons and five times the median of five peers', async () => {
  const usual = peers({ persons: 11 });
  expect(await namedBy([...usual, { requester: 'curious', persons: 56 }])).toEqual(['VOLUME curious 56>55']);
  expect(await namedBy([...usual, { requester: 'busy', persons: 55 }])).toEqual([]);
  // Of another purpose: no peers.
  expect(await namedBy([...usual, { requester: 'curious', persons: 56, purpose: 'AUDIT' }])).toEqual([]);
  expect(await namedBy([...usual.slice(1), { requester: 'curious', persons: 56 }])).toEqual([]);
  expect(await namedBy([...peers({ persons: 1 }), { requester: 'busy', persons: 50 }])).toEqual([]);
});

test('OUT_OF_HOURS: more than 20 persons at night in Illinois', async () => {
  expect(await namedBy([{ requester: 'owl', persons: 21, time: NIGHT }])).toEqual(['OUT_OF_HOURS owl 21>20']);
  expect(await namedBy([{ requester: 'owl', persons: 20, time: NIGHT }])).toEqual([]);
  expect(await namedBy([{ requester: 'lark', persons: 30, time: DAY }])).toEqual([]);
});

test('REFUSALS: more than 20 over three datasets', async () => {
  const tries = (persons: number, datasets: number): Activity => ({
    requester: 'trying',
    kind: 'refusal',
    persons,
    dataset: (index) => `snap.${'abc'[index % datasets]}`,
  });
  expect(await namedBy([tries(21, 3)])).toEqual(['REFUSALS trying 21>20']);
  expect(await namedBy([tries(20, 3)])).toEqual([]);
  expect(await namedBy([tries(40, 2)])).toEqual([]);
});

test('OUTSIDE_CASE: without a case where nearly all peers name one', async () => {
  const usual = peers({ persons: 3, caseId: '0000614-A' });
  const stray: Activity = { requester: 'stray', persons: 1 };
  expect(await namedBy([...usual, { ...stray, persons: 4, caseId: 'B' }, stray])).toEqual(['OUTSIDE_CASE stray 1>0']);
  expect(await namedBy([...usual, { ...stray, caseId: 'B' }])).toEqual([]);
  // If programs send no case, no requester is named for it.
  expect(await namedBy([...peers({ persons: 3 }), stray])).toEqual([]);
});

test('BREAK_GLASS: every emergency', async () => {
  const emergency: Activity = { requester: 'medic', kind: 'break-glass', purpose: 'EMERGENCY', persons: 1 };
  expect(await namedBy([emergency])).toEqual(['BREAK_GLASS medic 1>0']);
});

test('SAME_SURNAME: more than two searches for the own surname, which the log does not hold', async () => {
  const search: Activity = { requester: 'cousin', kind: 'search', persons: 3, sameSurname: true };
  expect(await namedBy([search])).toEqual(['SAME_SURNAME cousin 3>2']);
  expect(
    await namedBy([
      { ...search, persons: 2 },
      { ...search, persons: 5, sameSurname: false },
    ]),
  ).toEqual([]);

  const asking = 'query ($name: String!) { searchPersons(name: $name, first: 2) { id } }';
  const flagOf = async (familyName: string | undefined, name: string) => {
    const token = system.token(fosterCare, familyName === undefined ? {} : { familyName });
    const answer = await system.ask(token, asking, { name });
    const records = await recordsOf(system.ledger.auditUrl, system.ledger.origin);
    const own = records.find(
      ({ request, kind }) => request === answer.headers.get('x-request-id') && kind === 'search',
    );
    return own?.search?.sameSurname;
  };
  expect(await flagOf('Coleman', ' colEMAN, Mary')).toBe(true);
  expect(await flagOf('De la Cruz', 'Ana de-la-cruz')).toBe(true);
  expect(await flagOf('López', 'Lopez, Maria')).toBe(true);
  expect(await flagOf('Lopez', 'María Lo\u0301pez')).toBe(true);
  for (const [familyName, name] of [
    ['Cole', 'Coleman'],
    ['Coleman', 'Cole Man'],
    [undefined, 'Coleman'],
    ['—', 'Coleman — Mary'],
  ] as const) {
    expect([familyName, name, await flagOf(familyName, name)]).toEqual([familyName, name, undefined]);
  }
});
