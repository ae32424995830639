import { expect } from '@jest/globals';
import { linkedPopulationOf } from './linkedPopulation.ts';
import type { Product } from './product/startProduct.ts';
import { bodiesOf, rowsOf } from './recordsOf.ts';

/** No value of the population, of any system, is in the log of disclosures. */
export async function expectNoValueInLog(system: Pick<Product, 'ledger' | 'databaseUrls'>): Promise<void> {
  // Hashes and times aside, thousands of records say few different things. The number of a case is the requester's word.
  const varying = /"(?:answer|case|criteria|grounds|hash|person|request|time)":"[^"]*"/g;
  const bodies = await bodiesOf(system.ledger.auditUrl, system.ledger.origin);
  const log = [...new Set(bodies.map((body) => body.replace(varying, '')))].join('\n').toLowerCase();
  const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const words = new Set(wordsOf(log));
  const values = new Set<string>();
  for (const [name, url] of system.databaseUrls) {
    // emou holds the agreements, which records name; audit the log itself.
    if (name === 'emou' || name === 'audit') continue;
    const tables = await rowsOf<{ name: string }>(
      url,
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema') and tablename not like '%migration%'`,
    );
    expect([name, tables.length > 0]).toEqual([name, true]);
    for (const table of tables) {
      const rows = await rowsOf<{ value: string }>(
        url,
        `select distinct v.value from ${table.name} t, jsonb_each_text(to_jsonb(t)) v where length(v.value) > 4`,
      );
      for (const { value } of rows) values.add(value.toLowerCase());
    }
  }
  // What the person index has encrypted.
  const { index, households } = await linkedPopulationOf(system);
  const people = index.persons;
  for (const row of [...people, ...index.households, ...index.records.map(({ sent }) => sent.traits)]) {
    for (const value of Object.values(row)) if (String(value).length > 4) values.add(String(value).toLowerCase());
  }
  expect(values.size).toBeGreaterThan(4_000);
  // Codes that are words of the schema, the datasets or the law are no one's value: those hold no digit and no space.
  const telling = [...values].filter((value) => /[\d\s]/.test(value));
  expect(telling.length).toBeGreaterThan(values.size / 2);
  const found = telling.filter((value) => wordsOf(value).every((word) => words.has(word)) && log.includes(value));
  expect(found).toEqual([]);
  const names = [
    ...new Set([
      ...people.flatMap(({ given, family }) => [given ?? '', family ?? '']),
      ...households.flatMap(({ persons }) => persons.flatMap(({ givenName, familyName }) => [givenName, familyName])),
    ]),
  ];
  expect(names.length).toBeGreaterThan(50);
  expect(names.map((name) => name.toLowerCase()).filter((name) => name.length > 2 && words.has(name))).toEqual([]);
}
