import type { SourceRecord } from '../../../../schema/persons/sourceRecord.ts';

/** Records of which it is known who is who. */
export interface Dataset {
  readonly name: string;
  readonly records: readonly SourceRecord[];
  /** Person of each record. The number means nothing else. */
  readonly entities: readonly number[];
  /** Position of the first record of the second file, where two files are linked. Absent: one file with duplicates. */
  readonly secondFrom?: number;
  /** Group of each record's person, to compare recall between groups. */
  readonly groups?: readonly string[];
}

/** Rows of a CSV file without quotes; values are trimmed, and empty ones are null. */
export function readCsv(text: string): ReadonlyMap<string, string | null>[] {
  const [header = '', ...lines] = text.replaceAll('\r', '').split('\n');
  const names = header.split(',').map((name) => name.trim());
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const values = line.split(',').map((value) => value.trim());
      return new Map(names.map((name, at) => [name, values[at] || null]));
    });
}

/** The persons with an even or an odd number: one half to train on, the other to report on. */
export function halfOf(dataset: Dataset, half: 'even' | 'odd'): Dataset {
  const remainder = half === 'even' ? 0 : 1;
  const positions = dataset.entities.flatMap((entity, at) => (entity % 2 === remainder ? [at] : []));
  const pick = <T>(values: readonly T[]): T[] =>
    values.filter((_, at) => (dataset.entities[at] ?? 0) % 2 === remainder);
  const { secondFrom, groups } = dataset;
  return {
    name: `${dataset.name}, ${half} half`,
    records: pick(dataset.records),
    entities: pick(dataset.entities),
    ...(secondFrom === undefined ? {} : { secondFrom: positions.filter((at) => at < secondFrom).length }),
    ...(groups === undefined ? {} : { groups: pick(groups) }),
  };
}

/** The dataset without Social Security numbers: many records lack them. */
export function withoutSsn(dataset: Dataset): Dataset {
  return {
    ...dataset,
    name: `${dataset.name} without SSN`,
    records: dataset.records.map((record) => ({ ...record, traits: { ...record.traits, ssn: null } })),
  };
}
