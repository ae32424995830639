import { COMPARISONS } from '../comparisons/comparisons.ts';
import { levelWeights } from './compileScorer.ts';
import type { LinkageModel } from './linkageModel.ts';

/** Column with the level of a comparison: -1 is no evidence. */
const levelColumn = (comparison: string): string => `level_${comparison}`;

/** Select list with the level of each comparison of the records `a` and `b`. Standard SQL but for two text functions. */
export function levelsSql(): string {
  return COMPARISONS.map(({ name, noEvidenceSql, levels }) => {
    const cases = levels.map(({ sql }, at) => (sql === 'true' ? `else ${at}` : `when ${sql} then ${at}`));
    return `case when ${noEvidenceSql} then -1 ${cases.join(' ')} end as ${levelColumn(name)}`;
  }).join(',\n');
}

/** Expression of the match weight in bits over the columns of `levelsSql` and rarities of record `a`. */
export function weightSql(model: LinkageModel): string {
  const weights = levelWeights(model);
  const terms = COMPARISONS.map(({ name, termFrequency, household, address }, at) => {
    const cases = (weights[at] ?? []).map((weight, level) => {
      const rarity = level === 0 && termFrequency !== undefined ? ` + ${termFrequency}Rarity` : '';
      return `when ${level} then ${doubleSql(weight)}${rarity}`;
    });
    const sql = `(case ${levelColumn(name)} ${cases.join(' ')} else 0 end)`;
    return { sql, group: address ? 'address' : household ? 'household' : 'own' };
  });
  const sum = (group: string): string =>
    terms
      .filter((term) => term.group === group)
      .map(({ sql }) => sql)
      .join(' + ');
  const { householdLimit, addressFloor } = model;
  const address = addressFloor === null ? `(${sum('address')})` : `greatest(${sum('address')}, ${addressFloor})`;
  const shared = `${sum('household')} + ${address}`;
  return `${sum('own')} + ${householdLimit === null ? shared : `least(${shared}, ${householdLimit})`}`;
}

/** Expression of vectorCode (train/levelVector.ts) over the columns of `levelsSql`. */
export function vectorCodeSql(): string {
  return COMPARISONS.reduce(
    (code, { name, levels }) => `(${code} * ${levels.length + 1} + ${levelColumn(name)} + 1)`,
    'cast(0 as bigint)',
  );
}

/** A double literal: DuckDB reads 1.5 as a decimal. */
const doubleSql = (value: number): string => `${value.toExponential(17)}`;
