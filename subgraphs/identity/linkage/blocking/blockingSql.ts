import { BLOCKING_RULES } from './blockingRules.ts';

/** Select of (id, rule, key) of all blocking keys over a table of normalized records, as `blockingKeys` computes them. */
export function blockingKeysSql(table: string): string {
  const selects = BLOCKING_RULES.flatMap(({ alternatives }, rule) =>
    alternatives.map((parts) => {
      const texts = parts.map(({ sql }) => `(${sql})`);
      return `select id, ${rule} as rule, ${texts.join(" || '|' || ")} as key from ${table}`;
    }),
  );
  return `select distinct id, rule, key from (${selects.join(' union all ')}) keys where key is not null`;
}
