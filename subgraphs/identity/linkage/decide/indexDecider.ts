import type { Queries } from '../../../kit/database/database.ts';
import { statement } from '../../../kit/database/statement.ts';
import { compileScorer } from '../model/compileScorer.ts';
import { readDefaultModel } from '../model/defaultModel.ts';
import type { LinkageModel } from '../model/linkageModel.ts';
import { scaleThresholds } from '../model/scaleThresholds.ts';
import { createDecider, type Decider } from './decide.ts';

/** Decides about records of an index, by thresholds for the number of its records. */
export interface IndexDecider {
  /** As trained. */
  readonly model: LinkageModel;
  /** The estimate is refreshed once a minute; thresholds rise only with each doubling. */
  current(queries: Queries, now: Date): Promise<Decider>;
}

const REFRESH_MS = 60_000;

/** Ids drawn so far: counting would read the whole table, and PostgreSQL's estimate is of its last analysis. */
const estimate = statement<{ readonly records: number }>(
  'identity.estimateRecords',
  'select last_value::float8 as records from source_record_record_id_seq',
);

export function createIndexDecider(model: LinkageModel = readDefaultModel()): IndexDecider {
  const deciders = new Map<number, Decider>();
  let doublings = 0;
  let readAt = Number.NEGATIVE_INFINITY;
  return {
    model,
    async current(queries, now) {
      if (Math.abs(now.getTime() - readAt) >= REFRESH_MS) {
        const [found] = await queries.rows(estimate, []);
        doublings = Math.max(0, Math.ceil(Math.log2((found?.records ?? 0) / model.trained.records)));
        readAt = now.getTime();
      }
      const known = deciders.get(doublings);
      if (known !== undefined) return known;
      const decider = createDecider(compileScorer(scaleThresholds(model, model.trained.records * 2 ** doublings)));
      deciders.set(doublings, decider);
      return decider;
    },
  };
}
