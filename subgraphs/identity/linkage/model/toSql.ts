import type { Comparison } from '../comparisons/comparison.ts';
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
  return sumSql(model, ({ name, termFrequency }, weights) => termSql(name, weights, termFrequency));
}

/** Expression of the highest match weight that two records with the sketches `a` and `b` (batch/sketch.ts) can have. */
export function boundSql(model: LinkageModel): string {
  return sumSql(model, ({ noEvidenceSql, termFrequency, levels }, weights) => {
    const cases = levels
      .map(({ sql, mayHoldSql = sql }, level) => ({ condition: mayHoldSql, level, weight: weights[level] ?? 0 }))
      // The same traits are at no other level, however much a rare value adds.
      .sort((a, b) => Number(b.level === 0) - Number(a.level === 0) || b.weight - a.weight)
      .map(
        ({ condition, level, weight }) =>
          `when ${condition} then ${doubleSql(weight)}${raritySql(level, termFrequency)}`,
      );
    return `(case when ${noEvidenceSql} then 0 ${cases.join(' ')} end)`;
  });
}

/** Sum of a term for each comparison, within the model's limits. */
function sumSql(model: LinkageModel, termOf: (comparison: Comparison, weights: readonly number[]) => string): string {
  const weights = levelWeights(model);
  const terms = COMPARISONS.map((comparison, at) => ({
    sql: termOf(comparison, weights[at] ?? []),
    group: comparison.address ? 'address' : comparison.household ? 'household' : 'own',
  }));
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

/** Weight of one comparison by its level. */
function termSql(name: string, weights: readonly number[], termFrequency: string | undefined): string {
  const cases = weights.map(
    (weight, level) => `when ${level} then ${doubleSql(weight)}${raritySql(level, termFrequency)}`,
  );
  return `(case ${levelColumn(name)} ${cases.join(' ')} else 0 end)`;
}

const raritySql = (level: number, termFrequency: string | undefined): string =>
  level === 0 && termFrequency !== undefined ? ` + a.${termFrequency}Rarity` : '';

/** A double literal: DuckDB reads 1.5 as a decimal. */
const doubleSql = (value: number): string => `${value.toExponential(17)}`;
