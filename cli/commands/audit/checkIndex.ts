import { checkNext, type IndexProblem, NOTHING_CHECKED, readTreesToCheck } from '../../../ledger/index.ts';
import { indexesOfBody } from '../../../schema/ledger/entryIndexes.ts';
import { CliError } from '../../cliError.ts';
import { type AuditSourceOptions, withAuditSource } from './auditSource.ts';

/** Entries read at a time: about 4 MB of bodies. */
const PAGE = 1_024;
const MOST_PRINTED = 100;
/** Exit code if the log's tables do not match its entries; the same as for a log that is not verified. */
const INDEX_DIFFERS = 2;

/**
 * Compares the index columns and postings of one log with its entries in the current database. Trusts nothing that the
 * audit system has saved.
 */
export async function checkIndexCommand(options: AuditSourceOptions): Promise<void> {
  await withAuditSource(options, async ({ client, origin }) => {
    const [tree] = await readTreesToCheck(client, origin);
    if (tree === undefined) throw new CliError(`There is no log named ${origin} in this database. Check --origin.`);
    let progress = NOTHING_CHECKED;
    let found = 0;
    while (progress.through < tree.size) {
      const next = await checkNext(client, tree, progress, PAGE, indexesOfBody);
      for (const problem of next.problems) {
        found += 1;
        if (found <= MOST_PRINTED) process.stdout.write(`${inWords(problem)}\n`);
      }
      progress = next.progress;
    }
    if (found === 0) {
      process.stdout.write(`the index agrees with all ${tree.size} entries of ${origin}\n`);
      return;
    }
    process.stdout.write(`NOT complete: ${found} differences; look-ups in ${origin} may miss entries\n`);
    process.exitCode = INDEX_DIFFERS;
  });
}

function inWords({ first, last, what }: IndexProblem): string {
  return first === last ? `entry ${first}: ${what}` : `entries ${first} to ${last}: ${what}`;
}
