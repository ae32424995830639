import type { Evaluation, Quality } from '../../../../subgraphs/identity/linkage/evaluate/evaluate.ts';
import type { Share } from '../../../../subgraphs/identity/linkage/evaluate/intervals.ts';
import { createTable } from '../../emou/createTable.ts';

const number = (value: number): string => (Number.isNaN(value) ? 'none' : value.toFixed(4));

/** A share with its 95 % interval. */
const share = ({ value, low, high }: Share): string => `${number(value)} (${number(low)} to ${number(high)})`;

/** An evaluation as a table, with what it was trained on. */
export function evaluationText(evaluation: Evaluation): string {
  const { dataset, records, trainedOn, modelVersion, candidates, missedByBlocking, recordsForReview } = evaluation;
  const table = createTable(['', 'precision (95 % interval)', 'recall (95 % interval)', 'F1']);
  const rows: readonly (readonly [string, Quality])[] = [
    ['pairs linked automatically', evaluation.automatic],
    ['pairs linked or for review', evaluation.withReview],
    ['pairs within clusters', evaluation.clusteredPairs],
    ['clusters, exactly right', evaluation.clusters],
  ];
  for (const [name, { precision, recall, f1 }] of rows) table.push([name, share(precision), share(recall), number(f1)]);
  const byGroup = Object.entries(evaluation.recallByGroup).map(([group, recall]) => `  ${group} ${share(recall)}`);
  return [
    `${dataset}: ${records} records; model ${modelVersion}, trained on ${trainedOn}`,
    table.toString(),
    `${candidates} candidate pairs; blocking misses ${missedByBlocking} true pairs, counted as misses`,
    `records for review: ${share(recordsForReview)}`,
    ...(byGroup.length === 0 ? [] : ["recall of pairs within clusters by origin of the person's name:", ...byGroup]),
    '',
    '',
  ].join('\n');
}
