import type { AgencyCode } from '../../../schema/catalog/agencies.ts';
import type { DatasetCatalogue } from '../../../schema/catalog/datasetCatalogue.ts';
import type { Purpose } from '../../../schema/catalog/purposes.ts';
import { statement } from '../../kit/database/statement.ts';
import { type AgreementEvent, Move } from '../agreement/move.ts';
import type { Rules } from '../agreement/rules.ts';
import { validateMove } from '../agreement/validateMove.ts';
import { localDate, parseLocalDate, startOfDay } from '../calendar/localDate.ts';
import { nameBasedUuid } from '../nameBasedUuid.ts';
import { changeRegister } from '../register/changeRegister.ts';
import { termsOf } from '../register/commands/termsOf.ts';
import { appendHistories } from '../register/histories.ts';
import { rebuildIndex } from '../register/index/rebuildIndex.ts';
import { type RegisterSettings, withRegister } from '../register/openRegister.ts';
import type { Register } from '../register/register.ts';
import { type SeededAgreement, type SeededGrant, seededAgreements } from './seededAgreements.ts';

interface SeededApproval extends Omit<SeededGrant, 'datasets'> {
  readonly id: string;
  readonly agency: AgencyCode;
  readonly dataset: string;
  readonly purpose: Purpose;
}

const anyAgreement = statement<unknown>('anyAgreement', 'select 1 from agreement_event limit 1');

/** Two years from the beginning of the seeding year, so it stays in force for at least another year. */
const MONTHS = 24;

/**
 * Writes the initial agreements of a register, in force since the beginning of the year, unless it contains any
 * agreement (including revoked and expired ones). Their ids are the same everywhere. The migrations must have run.
 * Returns how many were written.
 */
export async function seedApprovals(
  settings: RegisterSettings & {
    /** Defaults to person360's own. */
    readonly agreements?: readonly SeededAgreement[];
  },
): Promise<number> {
  const { catalogue, agreements = seededAgreements } = settings;
  const approvals = agreements.flatMap((agreement) => approvalsOf(agreement, catalogue));
  return await withRegister(settings, async (register) =>
    (await register.database.rows(anyAgreement, [])).length > 0 ? 0 : await writeAll(register, approvals),
  );
}

async function writeAll(register: Register, approvals: readonly SeededApproval[]): Promise<number> {
  const { result } = await changeRegister(register, async (transaction) => {
    const { queries, now, rules } = transaction;
    // Checked again under the lock, because two processes may have come this far.
    if ((await queries.rows(anyAgreement, [])).length > 0) return 0;
    await transaction.changeAccess();
    const begun = startOfDay(parseLocalDate(`${localDate(now).slice(0, 4)}-01-01`));
    const agreements = approvals.map((approval) => {
      const owner = register.catalogue.datasets.get(approval.dataset)?.owner ?? '';
      return { id: approval.id, events: historyOf(approval, owner, begun, rules) };
    });
    await appendHistories(transaction, agreements);
    await rebuildIndex(queries, rules, now);
    return approvals.length;
  });
  return result;
}

/**
 * Builds a history that is requested and granted on the day on which the register begins, under the same rules as any
 * other agreement.
 */
function historyOf(
  { agency, dataset, purpose, legalBasis, conditions, transforms }: SeededApproval,
  owner: string,
  at: Date,
  rules: Rules,
): readonly AgreementEvent[] {
  const terms = termsOf(dataset, { purpose, legalBasis, months: MONTHS, conditions, transforms });
  const moves = [
    { of: agency, move: { kind: 'DRAFT', terms } },
    { of: agency, move: { kind: 'SUBMIT' } },
    { of: owner, move: { kind: 'APPROVE', grant: {}, denials: [] } },
  ];
  const history: AgreementEvent[] = [];
  for (const { of, move } of moves) {
    const actor = { subject: `register.${of.toLowerCase()}`, agency: of, roles: ['DATA_OFFICER'] };
    const attempt = { move: Move.parse(move), actor, why: 'In force when the register was opened.' };
    const verdict = validateMove(history, { ...attempt, expectedSequence: history.length }, at, rules);
    if (!verdict.accepted) throw new Error(`The seeded approval of ${dataset} for ${agency}: ${verdict.because}`);
    history.push(verdict.event);
  }
  return history;
}

function approvalsOf(agreement: SeededAgreement, catalogue: DatasetCatalogue): readonly SeededApproval[] {
  const { agency, purpose } = agreement;
  return agreement.grants.flatMap(({ datasets, ...given }) =>
    datasets
      .flatMap((pattern) => expand(pattern, catalogue))
      .map((dataset) => ({
        id: nameBasedUuid(`person360 seeded approval: ${agency}/${purpose}/${dataset}`),
        agency,
        dataset,
        purpose,
        ...given,
      })),
  );
}

/** Expands `identity.*` to every dataset of the system that can be requested. */
function expand(pattern: string, catalogue: DatasetCatalogue): readonly string[] {
  const datasets = [...catalogue.datasets.values()].filter(({ requestable }) => requestable);
  const found = pattern.endsWith('.*')
    ? datasets.filter(({ system }) => `${system}.*` === pattern)
    : datasets.filter(({ id }) => id === pattern);
  if (found.length === 0) throw new Error(`The seeded approvals name ${pattern}, which cannot be requested.`);
  return found.map(({ id }) => id);
}
