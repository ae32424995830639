/**
 * The package `@person360/subgraph-kit`: what an agency outside this repository needs to serve a subgraph. Systems in
 * this repository import the modules themselves.
 */
export type { RowsByKey } from './database/coalescedReads.ts';
export type { Database, Queries } from './database/database.ts';
export { createGroupedLoader, createKeyedLoader } from './database/keyedLoader.ts';
export { loadReference } from './database/loadReference.ts';
export { runMigrations } from './database/migrations.ts';
export { keyedStatement, statement } from './database/statement.ts';
export type { EncryptedRow, EncryptedTable } from './encryption/encryptedTable.ts';
export type { EncryptedColumn, Encryption } from './encryption/encryption.ts';
export { EncryptionKeyError, type KeyEncryption, type WrappedKey } from './encryption/keyEncryption.ts';
export { addKey, createKeyFile, openKeyFile, removeFormerKeys } from './encryption/keyFile.ts';
export { readEncryptionStatus, rewrapSystem, rotateKeys } from './encryption/rotate.ts';
export {
  type SealedColumns,
  type SealedTable,
  type SealedTableOptions,
  type SealedValues,
  sealedTable,
} from './encryption/sealedTable.ts';
export { PublicError, type PublicErrorCode } from './errors/publicError.ts';
export type { Log, LogEntry } from './log.ts';
export { startSubgraph } from './startSubgraph.ts';
export type {
  RunningSubgraph,
  ServedSubgraph,
  SubgraphContext,
  SubgraphDefinition,
  SubgraphLimits,
  SubgraphOptions,
  SubgraphSystem,
} from './subgraphDefinition.ts';
export { illinoisDate } from './values/illinoisDate.ts';
