import { describe, expect, test } from '@jest/globals';
import type { Sample } from './report.ts';
import { median, summarize } from './summarize.ts';

function sample(engine: Sample['engine'], round: number, gatewayCpu: number, perSecond: number): Sample {
  return {
    workload: 'a',
    engine,
    load: 16,
    round,
    gatewayCpu,
    systemsCpu: undefined,
    postgresCpu: undefined,
    perSecond,
    p50: 1,
    p99: 2,
    subgraphRequests: 5,
    residentBytes: 1,
    answerBytes: 1,
    busy: 1,
  };
}

describe('a summary', () => {
  test('compares each engine with its own neighbor, so that a slow round does not count against it', () => {
    const samples = [
      sample('apollo', 0, 4, 100),
      sample('compiled', 0, 1, 400),
      // The machine was busy in this round: everything took three times as long.
      sample('apollo', 1, 12, 33),
      sample('compiled', 1, 3, 132),
      sample('apollo', 2, 4, 100),
      sample('compiled', 2, 0.5, 800),
    ];
    const [apollo, compiled] = summarize(samples);
    expect(apollo).toMatchObject({ engine: 'apollo', gatewayCpu: 4, lighter: 1, faster: 1 });
    expect(compiled).toMatchObject({ engine: 'compiled', gatewayCpu: 1, lighter: 4, faster: 4 });
  });

  test('keeps numbers of load and workloads apart', () => {
    const rows = summarize([
      sample('apollo', 0, 4, 100),
      { ...sample('apollo', 0, 2, 50), load: 64 },
      { ...sample('compiled', 0, 1, 50), load: 64 },
    ]);
    expect(rows.map(({ load, lighter }) => [load, lighter])).toEqual([
      [16, 1],
      [64, 1],
      [64, 2],
    ]);
  });

  test('counts systems and database with the gateway where they were measured', () => {
    const live = { ...sample('apollo', 0, 4, 100), systemsCpu: 5, postgresCpu: 1 };
    expect(summarize([live])[0]).toMatchObject({ cpu: 10, systemsCpu: 5, postgresCpu: 1 });
  });

  test('the median of an even number of values lies between the two in the middle', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([3, 1, 2])).toBe(2);
  });
});
