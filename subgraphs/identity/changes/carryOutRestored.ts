import { z } from 'zod';
import { createPersonalData } from '../personalData/personalData.ts';
import { linkChangeTable } from '../register/linkChangeTable.ts';
import type { PersonRegister } from '../register/personRegister.ts';
import type { LinkDecisions } from './linkDecisions.ts';
import { LinkProblem } from './problems.ts';
import { restoreReview } from './reviewAnswers.ts';

const Row = z.object({
  link_change_id: z.uuid(),
  status: z.enum(['PROPOSED', 'EFFECTIVE', 'REFUSED']),
  review_id: z.uuid().nullable(),
});

const REVIEW_STATUS = { PROPOSED: 'PROPOSED', EFFECTIVE: 'DECIDED', REFUSED: 'OPEN' } as const;

/**
 * Carries out the decisions that are in the log and that the database lost, because the process died before the commit. The
 * index is as it was when they were made, so the same records move. A registration that was lost is sent again by its system.
 */
export function carryOutRestored(decisions: LinkDecisions): Parameters<PersonRegister['onRestored']>[0] {
  return async ({ encryption, log, name }, queries, { entries }) => {
    for (const entry of entries) {
      const row = entry.table === linkChangeTable.name ? Row.safeParse(entry.row).data : undefined;
      if (row === undefined) continue;
      const { link_change_id: id, review_id: reviewId, status } = row;
      try {
        if (status === 'EFFECTIVE') await decisions.carryOut(queries, createPersonalData(encryption), id);
      } catch (error) {
        if (!(error instanceof LinkProblem)) throw error;
        const event = `The change ${id} is in the log, and cannot be carried out again: ${error.message}`;
        log({ level: 'error', system: name, event, code: error.kind });
      }
      if (reviewId !== null) await restoreReview(queries, reviewId, REVIEW_STATUS[status]);
    }
  };
}
