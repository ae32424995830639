import { isUuid } from '../../../schema/values/uuid.ts';
import type { LoggedRow } from '../../kit/administration/loggedTable.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { type AgreementEvent, Move } from '../agreement/move.ts';
import { loggedTables } from './log/loggedTables.ts';
import type { RegisterTransaction } from './registerTransaction.ts';

export interface EventRow {
  readonly id: string;
  readonly sequence: number;
  readonly at: Date;
  readonly subject: string;
  readonly agency: string;
  readonly role: AgreementEvent['by']['role'];
  readonly side: AgreementEvent['by']['side'];
  readonly why: string;
  readonly move: unknown;
  readonly dataset: AgreementEvent['dataset'];
}

export const EVENT_COLUMNS = `agreement_id as id, sequence, at, actor_subject as subject, actor_agency as agency,
  actor_role as role, actor_side as side, why, move, dataset`;

const eventsOfAgreements = statement<EventRow>(
  'eventsOfAgreements',
  `select ${EVENT_COLUMNS} from agreement_event where agreement_id = any($1::uuid[]) order by agreement_id, sequence`,
);
const agreementIds = statement<{ readonly id: string }>(
  'agreementIds',
  `select agreement_id as id from agreement_event
   where sequence = 1 and ($1::uuid is null or agreement_id > $1) order by agreement_id limit $2`,
);
const insertEvent = statement<{ readonly row: LoggedRow }>(
  'insertEvent',
  `insert into agreement_event
     (agreement_id, sequence, at, actor_subject, actor_agency, actor_role, actor_side, why, move, dataset, revision)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning to_jsonb(agreement_event) as row`,
);

export type Histories = ReadonlyMap<string, readonly AgreementEvent[]>;

/** Reads the histories of these agreements, by id. Unknown ids are absent. */
export async function readHistories(queries: Queries, ids: readonly string[]): Promise<Histories> {
  const validIds = ids.filter(isUuid).map((id) => id.toLowerCase());
  if (validIds.length === 0) return new Map();
  const histories = new Map<string, AgreementEvent[]>();
  for (const row of await queries.rows(eventsOfAgreements, [validIds])) {
    const history = histories.get(row.id) ?? [];
    histories.set(row.id, history);
    history.push(eventOf(row));
  }
  return histories;
}

/** Lists ids of agreements in order, starting after `after`. */
export async function readAgreementIds(queries: Queries, after: string | null, limit: number): Promise<string[]> {
  return (await queries.rows(agreementIds, [after, limit])).map(({ id }) => id);
}

/** Adds the next event to a history, in the register and in the log. */
export async function appendEvent(
  { queries, record, revision }: Pick<RegisterTransaction, 'queries' | 'record' | 'revision'>,
  id: string,
  { sequence, at, by, why, move, dataset }: AgreementEvent,
): Promise<void> {
  const { subject, agency, role, side } = by;
  const written = dataset === null ? null : JSON.stringify(dataset);
  const [inserted] = await queries.rows(insertEvent, [
    ...[id, sequence, at, subject, agency, role, side, why, JSON.stringify(move), written],
    revision(),
  ]);
  if (inserted === undefined) throw new Error('An event just written is not there.');
  const { event, name } = loggedTables.agreementEvent;
  record({ event, table: name, row: inserted.row, by: { subject, agency }, approval: id });
}

const insertEvents = statement<{ readonly row: LoggedRow }>(
  'insertEvents',
  `insert into agreement_event
     (agreement_id, sequence, at, actor_subject, actor_agency, actor_role, actor_side, why, move, dataset, revision)
   select agreement_id, sequence, at, subject, agency, role, side, why, move, dataset, $2
   from jsonb_to_recordset($1::jsonb) as event (agreement_id uuid, sequence integer, at timestamptz, subject text,
     agency text, role text, side text, why text, move jsonb, dataset jsonb)
   returning to_jsonb(agreement_event) as row`,
);

/** Adds whole histories at once, in the register and in the log. */
export async function appendHistories(
  { queries, record, revision }: Pick<RegisterTransaction, 'queries' | 'record' | 'revision'>,
  histories: readonly { readonly id: string; readonly events: readonly AgreementEvent[] }[],
): Promise<void> {
  const rows = histories.flatMap(({ id, events }) =>
    events.map(({ by, ...event }) => ({ agreement_id: id, ...event, ...by })),
  );
  const { event, name: table } = loggedTables.agreementEvent;
  for (const { row } of await queries.rows(insertEvents, [JSON.stringify(rows), revision()])) {
    const by = { subject: String(row.actor_subject), agency: String(row.actor_agency) };
    record({ event, table, row, by, approval: String(row.agreement_id) });
  }
}

/** Parses an event with today's schema. Properties added to moves since then get their defaults. */
export function eventOf({ sequence, at, subject, agency, role, side, why, move, dataset }: EventRow): AgreementEvent {
  return { sequence, at, by: { subject, agency, role, side }, why, move: Move.parse(move), dataset };
}
