import { readFileSync, writeFileSync } from 'node:fs';
import { SingleBar } from 'cli-progress';
import { z } from 'zod';
import { type LinkedRecords, linkRecords } from '../../../../subgraphs/identity/linkage/batch/linkRecords.ts';
import { LinkContradictionError, type LinkDecision } from '../../../../subgraphs/identity/linkage/cluster/decisions.ts';
import { todayDigits } from '../../../../subgraphs/identity/linkage/normalize/normalize.ts';
import { CliError } from '../../../cliError.ts';
import { readModel } from './models.ts';
import { readRecords } from './readRecords.ts';

export interface LinkFilesOptions {
  readonly model: string | undefined;
  readonly decisions: string | undefined;
  readonly out: string;
  readonly review: string | undefined;
  readonly format: 'text' | 'json';
}

const Decisions = z.array(
  z.strictObject({ id: z.string(), kind: z.enum(['LINK', 'NOT_LINK']), one: z.string(), other: z.string() }),
);
const STAGES = ['normalize', 'find candidates', 'score', 'cluster'];

/** Links the records of a folder and writes which of them are of one person. */
export async function linkFiles(folder: string, options: LinkFilesOptions): Promise<void> {
  const model = readModel(options.model);
  const decisions = options.decisions === undefined ? [] : readDecisions(options.decisions);
  const records = readRecords(folder);
  const bar = new SingleBar({
    format: '  {bar} {percentage}% | {stage} | {duration_formatted}',
    ...{ stream: process.stderr, hideCursor: true, noTTYOutput: false },
  });
  bar.start(STAGES.length, 0, { stage: '' });
  let linked: LinkedRecords;
  try {
    linked = await linkRecords(records, {
      model,
      decisions,
      today: todayDigits(),
      onStage: (stage) => bar.update(STAGES.indexOf(stage), { stage }),
    });
    bar.update(STAGES.length, { stage: 'done' });
  } catch (error) {
    if (error instanceof LinkContradictionError) throw new CliError(error.message);
    throw error;
  } finally {
    bar.stop();
  }
  const { clusters, review, candidates } = linked;
  const line = (...values: readonly (string | number)[]): string => `${values.join(',')}\n`;
  // A key is `system|number`; neither has a comma, or it is quoted.
  const csv = (key: string): string => (/[",\n]/.test(key) ? `"${key.replaceAll('"', '""')}"` : key);
  writeFileSync(
    options.out,
    `person,record\n${clusters.map((keys, at) => keys.map((key) => line(at + 1, csv(key))).join('')).join('')}`,
  );
  if (options.review !== undefined) {
    const rows = review.map(({ one, other, weight }) => line(csv(one), csv(other), weight.toFixed(2)));
    writeFileSync(options.review, `one,other,weight\n${rows.join('')}`);
  }
  const summary = {
    records: records.length,
    candidates,
    persons: clusters.length,
    review: review.length,
    model: model.version,
  };
  process.stdout.write(
    options.format === 'json'
      ? `${JSON.stringify(summary)}\n`
      : `${options.out}: ${summary.records} records are of ${summary.persons} persons (model ${model.version})\n` +
          `${candidates} candidate pairs; ${review.length} pairs for review\n`,
  );
}

function readDecisions(file: string): readonly LinkDecision[] {
  try {
    return Decisions.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new CliError(
      `${file} is no list of decisions such as [{"id": "7", "kind": "NOT_LINK", "one": "snap|12", "other": "tanf|3"}]: ` +
        `${error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message}`,
    );
  }
}
