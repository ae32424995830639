import { randomUUID } from 'node:crypto';
import { readDatasetCatalogue } from '../../schema/catalog/datasetCatalogue.ts';
import { datasetsDirectory } from '../../schema/files.ts';
import { type AgreementEvent, Move } from '../../subgraphs/emou/agreement/move.ts';
import type { Rules } from '../../subgraphs/emou/agreement/rules.ts';
import { validateMove } from '../../subgraphs/emou/agreement/validateMove.ts';
import { changeRegister } from '../../subgraphs/emou/register/changeRegister.ts';
import { termsOf } from '../../subgraphs/emou/register/commands/termsOf.ts';
import { appendHistories } from '../../subgraphs/emou/register/histories.ts';
import { rebuildIndex } from '../../subgraphs/emou/register/index/rebuildIndex.ts';
import { allLoggedTables } from '../../subgraphs/emou/register/log/loggedTables.ts';
import { registerRules } from '../../subgraphs/emou/register/registerRules.ts';
import {
  type AdministrationLogSettings,
  createAdministrationLog,
} from '../../subgraphs/kit/administration/administrationLog.ts';
import { openDatabase } from '../../subgraphs/kit/database/database.ts';
import { statement } from '../../subgraphs/kit/database/statement.ts';

export interface RegisterSize {
  readonly openRequests: number;
  /** Partial approvals in force, with conditions and transforms, that are published to gateways. */
  readonly inForce: number;
  /** Events of agreements that are not open, those in force included. */
  readonly pastEvents: number;
}

const denial = {
  code: 'FED-SNAP-1',
  citation: '7 CFR 272.1(c)(1)',
  factualBasis: 'The purpose is not one of the listed programs.',
  officerTitle: 'Chief privacy officer',
};
const FIELDS = [
  'SnapParticipation.status',
  'SnapParticipation.certificationStart',
  'SnapParticipation.certificationEnd',
];
const REQUESTERS = ['DCFS', 'HFS', 'IDPH', 'IDOC', 'ISBE', 'DCEO', 'IDVA'];
const MINUTE = 60_000;

type Step = readonly [who: 'requester' | 'owner' | 'CIO', move: object];
const asked: readonly Step[] = [['requester', { kind: 'SUBMIT' }]];
const given: readonly Step[] = [
  ...asked,
  [
    'owner',
    {
      kind: 'APPROVE',
      grant: {
        fields: FIELDS.slice(0, 2),
        conditions: [['WARD'], ['CONSENT', 'CASELOAD']],
        transforms: [{ field: FIELDS[1], transform: 'MONTH' }],
      },
      denials: [denial],
    },
  ],
];
const refused: readonly Step[] = [
  ...asked,
  ['owner', { kind: 'ASK_INFORMATION' }],
  ['requester', { kind: 'GIVE_INFORMATION' }],
  ['owner', { kind: 'DENY', denials: [denial] }],
  ['requester', { kind: 'ESCALATE' }],
  ['CIO', { kind: 'UPHOLD' }],
];

/** Builds a history under the same rules as any other, requested at the instant and moved on minute by minute. */
function history(requester: string, steps: readonly Step[], at: Date, rules: Rules): readonly AgreementEvent[] {
  const terms = termsOf('snap.participation', {
    purpose: 'BENEFIT_VERIFICATION',
    legalBasis: '7 CFR 272.1(c)',
    fields: FIELDS,
  });
  const agencies = { requester, owner: 'IDHS', CIO: 'DOIT' };
  const events: AgreementEvent[] = [];
  const opening: Step = ['requester', { kind: 'DRAFT', terms }];
  for (const [who, move] of [opening, ...steps]) {
    const agency = agencies[who];
    const actor = { subject: `bench.${agency}`, agency, roles: ['DATA_OFFICER', 'DATA_STEWARD'] };
    const attempt = { move: Move.parse(move), actor, why: 'For the benchmark.', expectedSequence: events.length };
    const verdict = validateMove(events, attempt, new Date(at.getTime() + events.length * MINUTE), rules);
    if (!verdict.accepted) throw new Error(`The benchmark's history: ${verdict.because}`);
    events.push(verdict.event);
  }
  return events;
}

/** Fills the register of a running emou, and leaves behind the revision that gateways have to reach. */
export async function writeRegister(
  databaseUrl: string,
  administration: AdministrationLogSettings,
  size: RegisterSize,
  now: Date,
): Promise<number> {
  const limits = { maxConnections: 2, connectTimeoutMs: 10_000, statementTimeoutMs: 600_000 };
  const database = openDatabase({ system: 'emou', databaseUrl, log: () => undefined, ...limits });
  const log = createAdministrationLog(administration, allLoggedTables);
  const register = { ...registerRules(readDatasetCatalogue(datasetsDirectory)), database, clock: () => now, log };
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  const kinds = [
    { steps: asked, count: size.openRequests, at: (place: number) => ago(1 + (place % 24)) },
    { steps: given, count: size.inForce, at: (place: number) => ago(24 * (1 + (place % 300))) },
    {
      steps: refused,
      count: Math.ceil((size.pastEvents - 3 * size.inForce) / (refused.length + 1)),
      at: (place: number) => ago(24 * (1 + (place % 300))),
    },
  ];
  try {
    for (const { steps, count, at } of kinds) {
      for (let from = 0; from < count; from += 1_000) {
        await changeRegister(register, (transaction) =>
          appendHistories(
            transaction,
            Array.from({ length: Math.min(1_000, count - from) }, (_, place) => ({
              id: randomUUID(),
              events: history(
                REQUESTERS[place % REQUESTERS.length] ?? 'DCFS',
                steps,
                at(from + place),
                transaction.rules,
              ),
            })),
          ),
        );
      }
    }
    const { revision } = await changeRegister(register, async (transaction) => {
      await transaction.changeAccess();
      await rebuildIndex(transaction.queries, transaction.rules, now);
    });
    // Does what autovacuum would have done by the next day.
    await database.rows(statement<unknown>('benchAnalyze', 'analyze'), []);
    return revision;
  } finally {
    await log.close();
    await database.stop();
  }
}
