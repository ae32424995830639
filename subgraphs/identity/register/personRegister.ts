import { type PseudonymKey, personPseudonym } from '../../../schema/ledger/personPseudonym.ts';
import { type AdministrationLogSettings, createAdministrationLog } from '../../kit/administration/administrationLog.ts';
import { changeLoggedRegister, type RegisterWork } from '../../kit/administration/changeLoggedRegister.ts';
import type { RegisterSystem } from '../../kit/administration/comparedRegister.ts';
import { LogTampered, TablesDiffer } from '../../kit/administration/logErrors.ts';
import type { LockedSize, RestoredEntries } from '../../kit/administration/loggedRegister.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import type { SubgraphSystem } from '../../kit/subgraphDefinition.ts';
import { linkBatchTable } from '../links/linkBatchTable.ts';
import { linkChangeTable } from './linkChangeTable.ts';

export interface PersonRegisterSettings {
  /** Changes are recorded here before they take effect. */
  readonly administration: AdministrationLogSettings;
  /** The current epoch's key. */
  readonly pseudonymKey: PseudonymKey;
}

export type PersonRegisterSystem = RegisterSystem & Pick<SubgraphSystem, 'encryption'>;

/** Everything that decides whose numbers and records are whose. All of its changes share one log and one lock. */
export interface PersonRegister {
  readonly pseudonymKey: PseudonymKey;
  /** Name of a person in the log, in base64url. */
  pseudonymOf(personId: string): string;
  /**
   * Runs `work` in a transaction while no other change runs, and resolves after the commit. The rows that it returns are
   * in the log before. `work` may run more than once. Rejects with AUDIT_UNAVAILABLE, and changes nothing, if the log is
   * down.
   */
  change<Result>(system: PersonRegisterSystem, work: RegisterWork<LockedSize, Result>): Promise<Result>;
  /**
   * Sets what carries out entries that the tables have lost, because the process died between an entry and its commit. It
   * runs in the transaction that restores their rows.
   */
  onRestored(
    carryOut: (system: PersonRegisterSystem, queries: Queries, restored: RestoredEntries) => Promise<void>,
  ): void;
  close(): Promise<void>;
}

const lock = statement<LockedSize>('identity.lockRegister', 'select size::float8 as size from register_log for update');
const setSize = statement<unknown>('identity.advanceRegister', 'update register_log set size = $1');
const stallLimits = { change: '30s', wholeRegister: '30s' };

/** Connects to the log at the first change, so that the person index starts and serves while the log is down. */
export function createPersonRegister({ administration, pseudonymKey }: PersonRegisterSettings): PersonRegister {
  const log = createAdministrationLog(administration, [linkBatchTable, linkChangeTable]);
  let carryOut: Parameters<PersonRegister['onRestored']>[0] = () => Promise.resolve();
  return {
    pseudonymKey,
    onRestored(handler) {
      carryOut = handler;
    },
    pseudonymOf: (personId) => personPseudonym(pseudonymKey, personId).toString('base64url'),
    async change(system, work) {
      const { database, clock, log: report, name } = system;
      try {
        return await changeLoggedRegister(
          {
            ...{ name: 'register_log', log, database, clock, lock, setSize, stallLimits },
            onRestored: (queries, restored) => carryOut(system, queries, restored),
          },
          work,
        );
      } catch (error) {
        // Somebody changed the tables or the log.
        if (error instanceof TablesDiffer)
          report({ level: 'error', system: name, event: error.message, code: 'TABLES_DIFFER' });
        if (error instanceof LogTampered)
          report({ level: 'error', system: name, event: error.message, code: 'LOG_TAMPERED' });
        throw error;
      }
    },
    close: () => log.close(),
  };
}
