import { findDifference } from '../../../kit/administration/findDifference.ts';
import { useUtc } from '../../../kit/administration/transactionSettings.ts';
import type { Queries } from '../../../kit/database/database.ts';
import { statement } from '../../../kit/database/statement.ts';
import { changeRegister } from '../changeRegister.ts';
import { createIndexCheck, type IndexCheck } from '../index/indexCheck.ts';
import type { Register } from '../register.ts';

const oneSnapshot = statement<unknown>('oneSnapshot', 'set transaction isolation level repeatable read');
const readLogSize = statement<{ readonly logSize: number }>(
  'readLogSize',
  'select log_size::float8 as "logSize" from register',
);
const holdLogSize = statement<{ readonly logSize: number }>(
  'holdLogSize',
  'select log_size::float8 as "logSize" from register for share',
);

/**
 * Attempts before taking the register's lock: while moves keep coming, a check without it may never see a quiet moment.
 */
const ATTEMPTS_WITHOUT_LOCK = 3;

/** Compares the whole register with the log, and its index with the histories. Throws TablesDiffer if they differ. */
export function createRegisterCheck(register: Register): () => Promise<void> {
  const indexCheck = createIndexCheck(register);
  return async () => {
    for (let attempt = 1; ; attempt += 1) {
      const isLocked = attempt > ATTEMPTS_WITHOUT_LOCK;
      const outcome = await register.database.transaction((queries) =>
        compare(register, queries, indexCheck, isLocked),
      );
      if (outcome === 'equal') return;
      if (outcome !== 'moved' && outcome !== 'behind') throw register.log.invalidate(outcome.difference);
      // Brings the register up to date with the log, or waits for the move in progress.
      if (outcome === 'behind') await changeRegister(register, () => Promise.resolve());
    }
  };
}

type Outcome = 'equal' | 'moved' | 'behind' | { readonly difference: string };

async function compare(
  { log }: Register,
  queries: Queries,
  indexCheck: IndexCheck,
  isLocked: boolean,
): Promise<Outcome> {
  if (!isLocked) await queries.rows(oneSnapshot, []);
  await queries.rows(useUtc, []);
  const [place] = await queries.rows(isLocked ? holdLogSize : readLogSize, []);
  if (place === undefined) throw new Error('The register has lost its row; restore the database.');
  await log.follow();
  const { logSize } = place;
  if (log.size < logSize) {
    return { difference: `the register holds ${logSize} entries of the log, which has ${log.size}` };
  }
  if (log.size > logSize) return 'behind';
  const difference = (await findDifference(queries, log)) ?? (await indexCheck(queries));
  if (difference === undefined) return 'equal';
  // Somebody moved meanwhile: this process then knows more of the log than the transaction sees of the register.
  return log.size === logSize ? { difference } : 'moved';
}
