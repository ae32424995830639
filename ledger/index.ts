/** Public interface of the ledger. The verifier needs no database and can be used alone. */

export type { AppenderLimits, Ledger } from './append/appender.ts';
export type { LedgerState } from './append/appendState.ts';
export type { Appended } from './append/entryQueue.ts';
export { canonicalJson, type JsonValue } from './canonicalJson.ts';
export { type CheckProgress, type IndexProblem, NOTHING_CHECKED, type TreeToCheck } from './check/checkEntries.ts';
export { checkNext, readTreesToCheck } from './check/checkNext.ts';
export type { BodyIndexes, ReadIndexes } from './check/compareColumns.ts';
export { type ExportOptions, exportLedger } from './export/exportLedger.ts';
export type { EntryIndexes, LedgerEntry } from './ledgerEntry.ts';
export { LedgerFull, LedgerUnavailable, LedgerUnfit } from './ledgerErrors.ts';
export type { CompactRange } from './merkle/compactRange.ts';
export { noteSigner, noteVerifier, verifierKeyOf } from './note/noteKey.ts';
export { type LedgerOptions, openLedger } from './openLedger.ts';
export { createLedgerLogin, installLedger } from './postgres/installLedger.ts';
export { type FollowOptions, followTree, type TreeFollower } from './read/followTree.ts';
export { type ConsistencyEvidence, readConsistency, readConsistencyProof, readReceipt } from './read/receipt.ts';
export type { Queryable } from './read/storedTree.ts';
export { formatProof, parseProof } from './verify/receiptText.ts';
export { readRecentEntry } from './verify/recentEntry.ts';
export type { KeptCheckpoints, Verification, VerificationProblem } from './verify/verification.ts';
export { verifyConsistency } from './verify/verifyConsistency.ts';
export { type OnProgress, type VerifyOptions, verifyExport } from './verify/verifyExport.ts';
export { type ReceiptVerification, verifyReceipt } from './verify/verifyReceipt.ts';
