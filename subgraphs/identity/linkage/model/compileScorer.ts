import type { TermFrequencyColumn } from '../comparisons/comparison.ts';
import { COMPARISONS } from '../comparisons/comparisons.ts';
import type { NormalizedRecord } from '../normalize/normalizedRecord.ts';
import type { LinkageModel } from './linkageModel.ts';

/** A normalized record with what its own values add at the exact levels, in bits. Computed once a record. */
export interface ScoredRecord extends NormalizedRecord {
  readonly givenRarity: number;
  readonly familyRarity: number;
  readonly streetNameRarity: number;
  readonly cityRarity: number;
  readonly zipRarity: number;
}

export type RarityColumn = `${TermFrequencyColumn}Rarity`;

export interface Scorer {
  readonly model: LinkageModel;
  prepare(record: NormalizedRecord): ScoredRecord;
  /** Match weight in bits: the sum of log2(m/u) over the comparisons. Symmetric; allocates nothing. */
  score(a: ScoredRecord, b: ScoredRecord): number;
  /** Levels of the last scored pair, one for each of COMPARISONS; -1 is no evidence. Overwritten by the next call. */
  readonly levels: Int8Array;
  /** Weights of the last scored pair, before the limits on address and household. Overwritten by the next call. */
  readonly weights: Float64Array;
}

/** Match weight of each level, in bits: log2(m/u). */
export function levelWeights(model: LinkageModel): readonly (readonly number[])[] {
  return COMPARISONS.map(({ name }) => {
    const { levels = [] } = model.comparisons.find((comparison) => comparison.name === name) ?? {};
    return levels.map(({ m, u }) => Math.log2(m / u));
  });
}

/** Bits that a value adds to the exact level of its column: more for rare values, fewer for common ones. */
export function rarityOf(model: LinkageModel): (column: TermFrequencyColumn, value: string | null) => number {
  const average = new Map<TermFrequencyColumn, number>();
  for (const { name, termFrequency } of COMPARISONS) {
    const exact = model.comparisons.find((comparison) => comparison.name === name)?.levels[0];
    const frequencies = termFrequency === undefined ? undefined : model.termFrequencies[termFrequency];
    if (termFrequency === undefined || exact === undefined || frequencies === undefined) continue;
    average.set(termFrequency, exact.u);
  }
  // A map: names such as CONSTRUCTOR must not find the properties of an object.
  const values = new Map(
    [...average.keys()].map((column) => [column, new Map(Object.entries(model.termFrequencies[column]?.values ?? {}))]),
  );
  return (column, value) => {
    const u = average.get(column);
    if (value === null || u === undefined) return 0;
    return Math.log2(u / (values.get(column)?.get(value) ?? model.termFrequencies[column]?.unseen ?? u));
  };
}

/** Compiles a model to a scoring function: more than a million pairs a second on one core. */
export function compileScorer(model: LinkageModel): Scorer {
  const rarity = rarityOf(model);
  const weightsOf = levelWeights(model).map((weights) => Float64Array.from(weights));
  const rarityColumns = COMPARISONS.map(({ termFrequency }): RarityColumn | undefined =>
    termFrequency === undefined ? undefined : `${termFrequency}Rarity`,
  );
  const isHousehold = COMPARISONS.map(({ household }) => household === true);
  const isAddress = COMPARISONS.map(({ address }) => address === true);
  const floor = model.addressFloor ?? Number.NEGATIVE_INFINITY;
  const limit = model.householdLimit ?? Number.POSITIVE_INFINITY;
  const levels = new Int8Array(COMPARISONS.length);
  const weights = new Float64Array(COMPARISONS.length);

  function score(a: ScoredRecord, b: ScoredRecord): number {
    let own = 0;
    let shared = 0;
    let address = 0;
    for (let at = 0; at < COMPARISONS.length; at++) {
      const level = COMPARISONS[at]?.level(a, b) ?? -1;
      levels[at] = level;
      let weight = 0;
      if (level >= 0) {
        weight = weightsOf[at]?.[level] ?? 0;
        const column = level === 0 ? rarityColumns[at] : undefined;
        if (column !== undefined) weight += a[column];
        if (isAddress[at]) address += weight;
        else if (isHousehold[at]) shared += weight;
        else own += weight;
      }
      weights[at] = weight;
    }
    return own + Math.min(shared + Math.max(address, floor), limit);
  }

  return {
    model,
    levels,
    weights,
    score,
    // Every property by name: V8 would make a dictionary of a spread this wide, and score five times slower.
    prepare: (record) => ({
      given: record.given,
      root1: record.root1,
      root2: record.root2,
      root3: record.root3,
      givenCode: record.givenCode,
      middle: record.middle,
      family: record.family,
      family1: record.family1,
      family2: record.family2,
      familyCode: record.familyCode,
      suffix: record.suffix,
      newborn: record.newborn,
      birthDate: record.birthDate,
      birthText: record.birthText,
      gender: record.gender,
      ssn: record.ssn,
      ssnLast4: record.ssnLast4,
      houseNumber: record.houseNumber,
      streetName: record.streetName,
      secondary: record.secondary,
      city: record.city,
      state: record.state,
      zip: record.zip,
      phone: record.phone,
      givenRarity: rarity('given', record.given),
      familyRarity: rarity('family', record.family),
      streetNameRarity: rarity('streetName', record.streetName),
      cityRarity: rarity('city', record.city),
      zipRarity: rarity('zip', record.zip),
    }),
  };
}
