import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { noteVerifier, readRecentEntry, verifyExport } from '../../../../ledger/index.ts';
import { readAdministrationEntry } from '../../../../schema/ledger/administration.ts';
import { readAgreementFile } from '../../../../subgraphs/emou/agreement/agreementFile.ts';
import { ILLINOIS_STATE_OFFICES } from '../../../../subgraphs/emou/calendar/illinoisHolidays.ts';
import { replayApprovals } from '../../../../subgraphs/emou/register/log/replayApprovals.ts';
import { replayEmergencies } from '../../../../subgraphs/emou/register/log/replayEmergencies.ts';
import { CliError } from '../../../cliError.ts';
import {
  isDirectory,
  keysOf,
  NOT_VERIFIED,
  printProblem,
  progressBar,
  readText,
  type VerifyKeys,
} from '../../verify.ts';
import { checkDecisions, type ReplayedDecisions } from './checkDecisions.ts';
import { checkDisclosures, type DisclosureCheck } from './checkDisclosures.ts';

export interface VerifyApprovalsOptions extends VerifyKeys {
  /** Checkpoints of any of the logs, kept elsewhere. */
  readonly checkpoint: readonly string[];
  /** The installation's PERSON360_AGREEMENT_FILE, if any. */
  readonly agreement: string | undefined;
  /** Number of seconds by which a disclosure may be outside the period in which its approval was in force. */
  readonly tolerance: number;
}

/** Maximum findings printed; more would hide the first ones. */
const MOST_TOLD = 100;

/**
 * Verifies every log in the folder, replays the decisions, and reports each disclosure whose approval was not in force
 * according to them. Reads nothing but files.
 */
export async function verifyApprovalsCommand(folder: string, options: VerifyApprovalsOptions): Promise<void> {
  const keys = keysOf(options);
  const { decisions, disclosures } = await logsIn(folder);
  const agreement = readAgreementFile(options.agreement === undefined ? undefined : readText(options.agreement));
  const calendar = { ...ILLINOIS_STATE_OFFICES, cutOff: agreement.cutOff ?? ILLINOIS_STATE_OFFICES.cutOff };
  const kept = keptNotes(options.checkpoint);
  const registers: ReplayedDecisions[] = [];
  const findings: string[] = [];
  const origins = new Set<string>();
  let grounded = 0;

  async function verifyLog(directory: string, onEntries: (first: number, bodies: readonly Buffer[]) => void) {
    const origin = originIn(directory);
    if (origins.has(origin))
      throw new CliError(`${folder} contains the log ${origin} twice. Remove one of the exports.`);
    origins.add(origin);
    const bar = progressBar();
    const trustedNotes = kept.get(origin) ?? [];
    const verification = await verifyExport(directory, keys, bar.update, { trustedNotes, onEntries }).finally(bar.stop);
    if (verification.ok) process.stdout.write(`verified: ${verification.checkpoint.size} entries of ${origin}\n`);
    else printProblem({ ...verification.problem, message: `${origin}: ${verification.problem.message}` });
    return verification.ok;
  }

  for (const directory of decisions) {
    const origin = originIn(directory);
    const approvals = replayApprovals(origin, calendar, agreement.settings);
    const replayed = { approvals, emergencies: replayEmergencies() };
    const check = checkDecisions(origin, replayed);
    // Conclusions from decisions that are not the signed ones would be misleading.
    if (!(await verifyLog(directory, check.add))) return;
    findings.push(...check.findings());
    registers.push(replayed);
  }
  for (const directory of disclosures) {
    const origin = originIn(directory);
    const check: DisclosureCheck = checkDisclosures(origin, registers, options.tolerance * 1_000);
    if (!(await verifyLog(directory, check.add))) return;
    findings.push(...check.findings());
    grounded += check.checked();
  }
  // Checked only now: a damaged log of decisions may not be recognized as one, and was reported above.
  if (decisions.length === 0) {
    throw new CliError(`${folder} contains no log of decisions. Export all logs with person360 audit export --all.`);
  }
  for (const origin of [...keys.map((key) => noteVerifier(key).name), ...kept.keys()]) {
    if (origins.has(origin)) continue;
    origins.add(origin);
    findings.push(`the log ${origin} is missing: a key or a checkpoint of it was given`);
  }
  printFindings(findings);
  process.stdout.write(`${grounded} disclosures that name an approval were compared with the log of decisions\n`);
}

function printFindings(findings: readonly string[]): void {
  for (const finding of findings.slice(0, MOST_TOLD)) process.stdout.write(`NOT as decided: ${finding}\n`);
  if (findings.length > MOST_TOLD) process.stdout.write(`and ${findings.length - MOST_TOLD} more\n`);
  if (findings.length > 0) process.exitCode = NOT_VERIFIED;
}

/** Finds the exports in the folder and what they contain, as far as that is known before verification. */
async function logsIn(folder: string) {
  if (!isDirectory(folder))
    throw new CliError(`${folder} is not a directory. Give verify approvals the directory with all logs.`);
  const decisions: string[] = [];
  const disclosures: string[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const directory = join(folder, name);
    if (!isDirectory(directory))
      throw new CliError(`${directory} is not the export of a log. Remove it, or give another directory.`);
    const recent = await readRecentEntry(directory);
    const isOfDecisions = recent !== undefined && readAdministrationEntry(recent) !== undefined;
    (isOfDecisions ? decisions : disclosures).push(directory);
  }
  return { decisions, disclosures };
}

/** Groups notes by the log's name. */
function keptNotes(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const notes = new Map<string, string[]>();
  for (const note of files.map((file) => readText(file)))
    notes.set(originOf(note), [...(notes.get(originOf(note)) ?? []), note]);
  return notes;
}

/** Without a checkpoint, uses the folder's name; verifyExport reports that it is missing. */
function originIn(directory: string): string {
  const file = join(directory, 'checkpoint');
  return existsSync(file) ? originOf(readText(file)) : directory;
}

/** Not verified here: verifying the note with the log's key does that. */
function originOf(note: string): string {
  return note.split('\n', 1)[0] ?? '';
}
