import { pairSpace } from '../../../../subgraphs/identity/linkage/evaluate/evaluate.ts';
import type { LinkageModel } from '../../../../subgraphs/identity/linkage/model/linkageModel.ts';
import { todayDigits } from '../../../../subgraphs/identity/linkage/normalize/normalize.ts';
import { train } from '../../../../subgraphs/identity/linkage/train/train.ts';
import { createTable } from '../../emou/createTable.ts';
import { readModel } from './models.ts';
import { readRecords } from './readRecords.ts';

export interface ReportModelOptions {
  readonly model: string | undefined;
  readonly format: 'text' | 'json';
}

interface LevelReport {
  readonly comparison: string;
  readonly level: string;
  /** In bits. */
  readonly weight: number;
  /** Weight that the present records would give, or null without records. */
  readonly present: number | null;
}

/** Difference from which a level has drifted, in bits: its evidence counts half or double. */
const DRIFT_BITS = 1;

/** Prints the weight of each level, and, with records, how far they have drifted from what the model was trained on. */
export function reportModel(folder: string | undefined, { model: file, format }: ReportModelOptions): void {
  const model = readModel(file);
  const present = folder === undefined ? undefined : trainAgain(folder, model);
  const levels = model.comparisons.flatMap((comparison, at) =>
    comparison.levels.map((level, position): LevelReport => {
      const other = present?.comparisons[at]?.levels[position];
      return {
        comparison: comparison.name,
        level: level.name,
        weight: bits(level),
        present: other === undefined ? null : bits(other),
      };
    }),
  );
  const { version, trained, thresholds, guards } = model;
  if (format === 'json') {
    process.stdout.write(`${JSON.stringify({ version, trained, thresholds, guards, levels })}\n`);
    return;
  }
  const table = createTable(['comparison', 'level', 'weight (bits)', ...(present ? ['present records', 'drift'] : [])]);
  for (const { comparison, level, weight, present: now } of levels) {
    const drift = now === null ? 0 : now - weight;
    const ofPresent = now === null ? [] : [now.toFixed(1), Math.abs(drift) < DRIFT_BITS ? '' : signed(drift)];
    table.push([comparison, level, signed(weight), ...ofPresent]);
  }
  process.stdout.write(
    `model ${version}, trained on ${trained.on} (${trained.records} records) at ${trained.at} by ${trained.by}\n` +
      `thresholds in bits: join ${thresholds.join}, review ${thresholds.review}, fracture ${thresholds.fracture}\n` +
      `guards: ${guards.join(', ')}\n${table.toString()}\n`,
  );
}

function trainAgain(folder: string, model: LinkageModel): LinkageModel {
  const dataset = { name: folder, records: readRecords(folder), entities: [] };
  const { name, householdLimit, addressFloor, guards } = model;
  const trained = { on: folder, at: new Date().toISOString(), by: 'person360 identity report' };
  return train(pairSpace(dataset, todayDigits()), { name, householdLimit, addressFloor, guards, trained });
}

const bits = ({ m, u }: { readonly m: number; readonly u: number }): number => Math.log2(m / u);
const signed = (value: number): string => `${value < 0 ? '' : '+'}${value.toFixed(1)}`;
