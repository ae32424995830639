import type { DatasetCatalogue } from '../../../schema/catalog/datasetCatalogue.ts';
import { type AdministrationLogSettings, createAdministrationLog } from '../../kit/administration/administrationLog.ts';
import { openDatabase } from '../../kit/database/database.ts';
import type { Log } from '../../kit/log.ts';
import type { AgreementData } from '../agreement/agreementFile.ts';
import { allLoggedTables } from './log/loggedTables.ts';
import type { Register } from './register.ts';
import { registerRules } from './registerRules.ts';

export interface RegisterSettings {
  readonly databaseUrl: string;
  /** emou's log, which records what decides access before it takes effect. */
  readonly administration: AdministrationLogSettings;
  readonly catalogue: DatasetCatalogue;
  /** Defaults to the settings proposed to the parties. */
  readonly agreement?: AgreementData;
  readonly clock: () => Date;
  readonly log?: Log;
}

/** Opens the register for a program other than emou, such as one that seeds it. The migrations must have run. */
export async function withRegister<Result>(
  { databaseUrl, administration, catalogue, agreement, clock, log = () => undefined }: RegisterSettings,
  work: (register: Register) => Promise<Result>,
): Promise<Result> {
  const limits = { maxConnections: 1, connectTimeoutMs: 10_000, statementTimeoutMs: 600_000 };
  const database = openDatabase({ system: 'emou', databaseUrl, log, ...limits });
  const administrationLog = createAdministrationLog(administration, allLoggedTables);
  try {
    return await work({ ...registerRules(catalogue, agreement), database, clock, log: administrationLog });
  } finally {
    await administrationLog.close();
    await database.stop();
  }
}
