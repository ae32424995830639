import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { noteVerifier, readRecentEntry, verifyExport } from '../../../../ledger/index.ts';
import { readAdministrationEntry } from '../../../../schema/administration.ts';
import { readAgreementFile } from '../../../../subgraphs/emou/agreement/agreementFile.ts';
import { ILLINOIS_STATE_OFFICES } from '../../../../subgraphs/emou/calendar/illinoisHolidays.ts';
import { replayApprovals } from '../../../../subgraphs/emou/register/log/replayApprovals.ts';
import { replayEmergencies } from '../../../../subgraphs/emou/register/log/replayEmergencies.ts';
import { CliError } from '../../../cliError.ts';
import {
  isDirectory,
  keysOf,
  NOT_VERIFIED,
  progressBar,
  readText,
  tellProblem,
  type VerifyKeys,
} from '../../verify.ts';
import { checkDecisions, type ReplayedDecisions } from './checkDecisions.ts';
import { checkDisclosures, type DisclosureCheck } from './checkDisclosures.ts';

export interface VerifyApprovalsOptions extends VerifyKeys {
  /** Checkpoints kept elsewhere, of any of the logs. */
  readonly checkpoint: readonly string[];
  /** The installation's PERSON360_AGREEMENT_FILE, if it has one. */
  readonly agreement: string | undefined;
  /** Seconds by which a disclosure may be before or after the time in which its approval was in force. */
  readonly tolerance: number;
}

/** More would hide the first ones. */
const MOST_TOLD = 100;

/**
 * Verifies every log in the folder, replays the decisions, and tells each disclosure that rests on an approval which was
 * not in force according to them. Reads files and nothing else.
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
    if (origins.has(origin)) throw new CliError(`${folder} holds the log ${origin} twice.`);
    origins.add(origin);
    const bar = progressBar();
    const trustedNotes = kept.get(origin) ?? [];
    const verification = await verifyExport(directory, keys, bar.update, { trustedNotes, onEntries }).finally(bar.stop);
    if (verification.ok) process.stdout.write(`verified: ${verification.checkpoint.size} entries of ${origin}\n`);
    else tellProblem({ ...verification.problem, message: `${origin}: ${verification.problem.message}` });
    return verification.ok;
  }

  for (const directory of decisions) {
    const origin = originIn(directory);
    const approvals = replayApprovals(origin, calendar, agreement.settings);
    const replayed = { approvals, emergencies: replayEmergencies() };
    const check = checkDecisions(origin, replayed);
    // What follows from decisions that are not the signed ones would mislead.
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
  // Only now: a log of decisions that is damaged may not look like one, and was told above.
  if (decisions.length === 0) {
    throw new CliError(`${folder} holds no log of decisions: export all logs, with person360 audit export --all.`);
  }
  for (const origin of [...keys.map((key) => noteVerifier(key).name), ...kept.keys()]) {
    if (origins.has(origin)) continue;
    origins.add(origin);
    findings.push(`the log ${origin} is missing: a key or a checkpoint of it was given`);
  }
  tellFindings(findings);
  process.stdout.write(`${grounded} disclosures that name an approval were compared with the log of decisions\n`);
}

function tellFindings(findings: readonly string[]): void {
  for (const finding of findings.slice(0, MOST_TOLD)) process.stdout.write(`NOT as decided: ${finding}\n`);
  if (findings.length > MOST_TOLD) process.stdout.write(`and ${findings.length - MOST_TOLD} more\n`);
  if (findings.length > 0) process.exitCode = NOT_VERIFIED;
}

/** The exports in the folder, by what they hold as far as can be told before they are verified. */
async function logsIn(folder: string) {
  if (!isDirectory(folder)) throw new CliError(`${folder} is no directory: verify approvals takes one with all logs.`);
  const decisions: string[] = [];
  const disclosures: string[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const directory = join(folder, name);
    if (!isDirectory(directory)) throw new CliError(`${directory} is no export of a log: remove it, or name another.`);
    const recent = await readRecentEntry(directory);
    const isOfDecisions = recent !== undefined && readAdministrationEntry(recent) !== undefined;
    (isOfDecisions ? decisions : disclosures).push(directory);
  }
  return { decisions, disclosures };
}

/** By the log's name. */
function keptNotes(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const notes = new Map<string, string[]>();
  for (const note of files.map((file) => readText(file)))
    notes.set(originOf(note), [...(notes.get(originOf(note)) ?? []), note]);
  return notes;
}

/** Without a checkpoint the folder's name; verifyExport tells that it is missing. */
function originIn(directory: string): string {
  const file = join(directory, 'checkpoint');
  return existsSync(file) ? originOf(readText(file)) : directory;
}

/** Not proved: whoever verifies the note with the log's key proves it. */
function originOf(note: string): string {
  return note.split('\n', 1)[0] ?? '';
}
