import { type BlockingRule, LARGEST_BLOCK } from './blockingRules.ts';

/**
 * Select of (key, id) of a rule's blocks over a table of normalized records: those that `blockingKeys` computes, of
 * blocks of at least two records and at most the rule's limit.
 */
export function blocksSql({ alternatives, largestBlock = LARGEST_BLOCK }: BlockingRule, table: string): string {
  const selects = alternatives.map((parts) => {
    const texts = parts.map(({ sql }) => `(${sql})`);
    return `select id, ${texts.join(" || '|' || ")} as text from ${table}`;
  });
  const all =
    selects.length === 1 ? selects[0] : `select distinct id, text from (${selects.join(' union all ')}) texts`;
  return (
    `with keys as (select id, hash(text) as key from (${all}) found where text is not null), ` +
    `blocks as (select key from keys group by key having count(*) between 2 and ${largestBlock}) ` +
    'select key, id from keys join blocks using (key)'
  );
}
