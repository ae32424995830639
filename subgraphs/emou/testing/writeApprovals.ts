import { randomUUID } from 'node:crypto';
import { type AgreementEvent, Move } from '../agreement/move.ts';
import type { Rules } from '../agreement/rules.ts';
import { validateMove } from '../agreement/validateMove.ts';
import { changeRegister } from '../register/changeRegister.ts';
import { termsOf } from '../register/commands/termsOf.ts';
import { appendHistories } from '../register/histories.ts';
import { rebuildIndex } from '../register/index/rebuildIndex.ts';
import { withRegister } from '../register/openRegister.ts';
import type { EmouTestBed } from './emouTestBed.ts';

/** Writes many approvals in force, with their histories. Resolves with the instant at which all of them end. */
export async function writeApprovals(bed: EmouTestBed, count: number): Promise<Date> {
  const { databaseUrl, catalogue, clock } = bed;
  const settings = { databaseUrl, catalogue, clock, administration: bed.testLog.settings };
  await withRegister(settings, async (register) => {
    for (let from = 0; from < count; from += 1_000) {
      await changeRegister(register, async (transaction) => {
        const events = approved(transaction.now, transaction.rules);
        await appendHistories(
          transaction,
          Array.from({ length: Math.min(1_000, count - from) }, () => ({ id: randomUUID(), events })),
        );
      });
    }
    await changeRegister(register, async (transaction) => {
      await rebuildIndex(transaction.queries, transaction.rules, transaction.now);
      await transaction.changeAccess();
    });
  });
  const [row] = await bed.sql<{ readonly end: Date }>('select max(valid_until) as end from agreement_phase');
  return row?.end ?? clock();
}

function approved(now: Date, rules: Rules): readonly AgreementEvent[] {
  const terms = termsOf('snap.participation', {
    purpose: 'AUDIT',
    legalBasis: '7 CFR 272.1(c)(1)',
    fields: ['SnapParticipation.status'],
  });
  const moves = [
    { agency: 'DCFS', move: { kind: 'DRAFT', terms } },
    { agency: 'DCFS', move: { kind: 'SUBMIT' } },
    { agency: 'IDHS', move: { kind: 'APPROVE', grant: {}, denials: [] } },
  ];
  const history: AgreementEvent[] = [];
  for (const { agency, move } of moves) {
    const actor = { subject: `officer@${agency.toLowerCase()}.example`, agency, roles: ['DATA_OFFICER'] };
    const attempt = { move: Move.parse(move), actor, why: 'One of many.', expectedSequence: history.length };
    const verdict = validateMove(history, attempt, now, rules);
    if (!verdict.accepted) throw new Error(verdict.because);
    history.push(verdict.event);
  }
  return history;
}
