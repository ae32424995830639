import { COMPARISONS } from '../comparisons/comparisons.ts';
import { levelWeights } from './compileScorer.ts';
import type { LinkageModel } from './linkageModel.ts';

/** Column with the level of a comparison: -1 is no evidence. */
const levelColumn = (comparison: string): string => `level_${comparison}`;

/**
 * Select list with the level of comparisons of the records `a` and `b`: of all, or of those named. Standard SQL but for two
 * text functions.
 */
export function levelsSql(names?: readonly string[]): string {
  return COMPARISONS.filter(({ name }) => names?.includes(name) ?? true)
    .map(({ name, noEvidenceSql, levels }) => {
      const cases = levels.map(({ sql }, at) => (sql === 'true' ? `else ${at}` : `when ${sql} then ${at}`));
      return `case when ${noEvidenceSql} then -1 ${cases.join(' ')} end as ${levelColumn(name)}`;
    })
    .join(',\n');
}

/** Expression of the match weight in bits over the columns of `levelsSql` and rarities of record `a`. */
export function weightSql(model: LinkageModel): string {
  const weights = levelWeights(model);
  const terms = COMPARISONS.map(({ name, termFrequency, household, address }, at) => {
    return {
      sql: termSql(name, weights[at] ?? [], termFrequency),
      group: address ? 'address' : household ? 'household' : 'own',
    };
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

/** Comparisons that decide most pairs by themselves. */
export const DECISIVE: readonly string[] = ['given', 'birthDate', 'ssn'];

/**
 * Expression of the highest weight that a pair with these levels of the DECISIVE comparisons can have, or null if the model
 * has no limit for what a household shares, so that there is no useful bound.
 */
export function boundSql(model: LinkageModel): string | null {
  const { householdLimit } = model;
  if (householdLimit === null) return null;
  const weights = levelWeights(model);
  let others = householdLimit;
  const terms: string[] = [];
  for (const [at, { name, termFrequency, household }] of COMPARISONS.entries()) {
    const ofLevels = weights[at] ?? [];
    if (DECISIVE.includes(name)) terms.push(termSql(name, ofLevels, termFrequency));
    else if (household !== true) others += Math.max(0, ...ofLevels);
  }
  return `${terms.join(' + ')} + ${doubleSql(others)}`;
}

/** Weight of one comparison by its level. */
function termSql(name: string, weights: readonly number[], termFrequency: string | undefined): string {
  const cases = weights.map((weight, level) => {
    const rarity = level === 0 && termFrequency !== undefined ? ` + ${termFrequency}Rarity` : '';
    return `when ${level} then ${doubleSql(weight)}${rarity}`;
  });
  return `(case ${levelColumn(name)} ${cases.join(' ')} else 0 end)`;
}

/** A double literal: DuckDB reads 1.5 as a decimal. */
const doubleSql = (value: number): string => `${value.toExponential(17)}`;
