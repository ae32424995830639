import { randomUUID } from 'node:crypto';
import type { LinkChangePayload } from '../../../schema/generated/identity.ts';
import type { AdministrationWrite } from '../../kit/administration/loggedTable.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import type { SubgraphSystem } from '../../kit/subgraphDefinition.ts';
import { mayBeSamePerson } from '../../kit/values/samePerson.ts';
import type { IndexDecider } from '../linkage/decide/indexDecider.ts';
import { createPersonalData, type PersonalData } from '../personalData/personalData.ts';
import type { PersonRegister } from '../register/personRegister.ts';
import { applyPlan } from './applyPlan.ts';
import { type ChangeRow, readChange } from './linkChanges.ts';
import { makePlan } from './makePlan.ts';
import { LinkProblem, payloadOf } from './problems.ts';
import type { Steward } from './requireSteward.ts';
import { type ChangeDraft, writeChange, writeChangePersons } from './writeChange.ts';

export type DecisionSystem = Pick<SubgraphSystem, 'clock' | 'database' | 'encryption' | 'log' | 'name'>;

/** One decision within a change of the register. */
export interface DecisionStep {
  readonly queries: Queries;
  readonly data: PersonalData;
  readonly now: Date;
  readonly by: Steward;
}

export interface StepOutcome {
  readonly result: LinkChangePayload;
  readonly writes: readonly AdministrationWrite[];
}

/** Writes decisions of people about links, and carries them out. */
export interface LinkDecisions {
  /** Runs `work` under the register's lock. If it throws a LinkProblem, nothing has changed and the payload names it. */
  decide(
    system: DecisionSystem,
    by: Steward,
    work: (step: DecisionStep) => Promise<StepOutcome>,
  ): Promise<LinkChangePayload>;
  /** Waits for a second steward. Throws LinkProblem if it could not be carried out now. */
  propose(step: DecisionStep, draft: ChangeDraft): Promise<StepOutcome>;
  /** Takes effect. Throws LinkProblem if it cannot. */
  takeEffect(step: DecisionStep, draft: ChangeDraft, decisionReason?: string): Promise<StepOutcome>;
  refuse(step: DecisionStep, draft: ChangeDraft, decisionReason: string): Promise<StepOutcome>;
  /** Carries out a change that is in the log, and that the database lost because the process died before the commit. */
  carryOut(queries: Queries, data: PersonalData, changeId: string): Promise<void>;
}

const numbersSince = statement<{ readonly system: string; readonly token: string; readonly since: Date }>(
  'identity.numbersSince',
  `select m.system, m.token::text as token, max(c.changed_at) as since from moved_number m join link_change c
   using (link_change_id) where (m.system, m.token) in (select * from unnest($1::text[], $2::bytea[])) group by 1, 2`,
);

export function createLinkDecisions(register: PersonRegister, deciders: IndexDecider): LinkDecisions {
  const { pseudonymKey, pseudonymOf } = register;

  async function plan({ queries, data, now }: Omit<DecisionStep, 'by'>, draft: ChangeDraft) {
    const decider = await deciders.current(queries, now);
    return makePlan({ queries, data, decider, pseudonymKey, pseudonymOf, now }, draft);
  }

  return {
    decide: (system, by, work) =>
      payloadOf(
        register.change(system, (queries, _, now) =>
          work({ queries, data: createPersonalData(system.encryption), now, by }),
        ),
      ),

    async propose(step, draft) {
      // What cannot be carried out is said now, and not to the second steward.
      await plan(step, draft);
      const state = { status: 'PROPOSED', changedBy: step.by, changedAt: step.now } as const;
      const writes = await writeChange(step.queries, register, draft, state);
      await writeChangePersons(step.queries, draft);
      return { result: { changeId: draft.id, status: 'PROPOSED', problems: [] }, writes };
    },

    async takeEffect(step, draft, decisionReason) {
      const { queries, data, now, by } = step;
      const planned = await plan(step, draft);
      const plain = planned.moves.flatMap(({ number }) => (number.recordId === null ? [number] : []));
      const since = await queries.rows(numbersSince, [
        plain.map(({ system }) => system),
        plain.map(({ token }) => token),
      ]);
      const writes = await writeChange(queries, register, draft, {
        ...{ status: 'EFFECTIVE', plan: planned, changedBy: by, changedAt: now },
        ...(decisionReason === undefined ? {} : { decisionReason }),
        numbersSince: new Map(since.map((each) => [`${each.system} ${each.token}`, each.since])),
      });
      await applyPlan(queries, data, { changeId: draft.id, plan: planned, now });
      await writeChangePersons(queries, draft, planned);
      return { result: { changeId: draft.id, status: 'EFFECTIVE', problems: [] }, writes };
    },

    async refuse({ queries, now, by }, draft, decisionReason) {
      const state = { status: 'REFUSED', changedBy: by, changedAt: now, decisionReason } as const;
      const writes = await writeChange(queries, register, draft, state);
      return { result: { changeId: draft.id, status: 'REFUSED', problems: [] }, writes };
    },

    async carryOut(queries, data, changeId) {
      const change = await readChange(queries, changeId);
      if (change === undefined || change.status !== 'EFFECTIVE' || change.kind === 'REGISTER') return;
      const [draft, now] = [draftOf(change, change.kind), change.changedAt];
      const planned = await plan({ queries, data, now }, draft);
      await applyPlan(queries, data, { changeId, plan: planned, now });
      await writeChangePersons(queries, draft, planned);
    },
  };
}

/** A decision that nobody has written yet. */
export function newDraft(
  { by, now }: Pick<DecisionStep, 'by' | 'now'>,
  kind: ChangeDraft['kind'],
  about: Partial<ChangeDraft> & Pick<ChangeDraft, 'reason'>,
): ChangeDraft {
  return {
    ...{ id: randomUUID(), kind, one: null, other: null, survivorId: null, replacedId: null, personIds: [] },
    ...{ reviewId: null, proposedBy: by, proposedAt: now },
    ...about,
  };
}

/** A decision that waits for a second person. Throws LinkProblem if it is decided, or if the steward proposed it. */
export async function readProposal({ queries, by }: DecisionStep, changeId: string): Promise<ChangeDraft> {
  const change = await readChange(queries, changeId);
  if (change === undefined) throw new LinkProblem('UNKNOWN_CHANGE', 'There is no change with this id.');
  if (change.status !== 'PROPOSED' || change.kind === 'REGISTER') {
    throw new LinkProblem('NOTHING_TO_CHANGE', 'This change does not wait for a decision. Look at its status.');
  }
  if (mayBeSamePerson(change.proposedBy, by.subject)) {
    throw new LinkProblem('SAME_PERSON', 'You proposed this. Another data steward has to decide it.');
  }
  return draftOf(change, change.kind);
}

function draftOf(change: ChangeRow, kind: ChangeDraft['kind']): ChangeDraft {
  const { id, one, other, survivorId, replacedId, personIds, reason, reviewId, proposedBy, proposedAt } = change;
  return {
    ...{ id, kind, one, other, survivorId, replacedId, personIds, reason, reviewId, proposedAt },
    proposedBy: { subject: proposedBy, agency: change.proposedByAgency },
  };
}
