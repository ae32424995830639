import type {
  ExportFormat,
  ExportReason,
  MutationResolvers,
  QueryResolvers,
  Ticket,
} from '../../../schema/generated/audit.ts';
import { statement } from '../../kit/database/statement.ts';
import type { SubgraphContext } from '../../kit/subgraphDefinition.ts';
import { datasetsOf } from '../entries/visibleEntry.ts';
import { requireAuditor, requireStaffReader } from '../reader.ts';
import type { EntryAccess } from '../resolvers/entryAccess.ts';
import { type RecentlyShown, requireRecentlyRead, requireRecentlyShown } from './recentlyShown.ts';
import { newTicketNumber, type TicketKind } from './ticketNumber.ts';

interface TicketRow {
  readonly id: string;
  readonly kind: TicketKind;
  readonly requester: string;
  readonly agency: string;
  readonly requests: readonly string[];
  readonly persons: number;
  readonly format: ExportFormat | null;
  readonly reason: ExportReason | null;
  readonly recordedAt: Date;
}

const insert = statement<unknown>(
  'audit.recordTicket',
  `insert into ticket (ticket_id, kind, requester, agency, requests, persons, format, reason, recorded_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const oneTicket = statement<TicketRow>(
  'audit.ticket',
  `select ticket_id as id, kind, requester, agency, requests, persons, format, reason, recorded_at as "recordedAt"
   from ticket where ticket_id = $1`,
);

export interface TicketResolvers {
  readonly Query: Pick<QueryResolvers, 'ticket'>;
  readonly Mutation: Pick<MutationResolvers, 'recordExport' | 'recordLogExport' | 'recordPrint'>;
}

/**
 * Tickets for paper and files. The gateway records the ticket about each person before the response leaves; a ticket
 * without such entries was never handed out.
 */
export function ticketResolvers(access: EntryAccess): TicketResolvers {
  async function record(
    { grant, system }: SubgraphContext,
    kind: TicketKind,
    { entries, requester, requests, persons }: RecentlyShown,
    file?: { readonly format: ExportFormat; readonly reason: ExportReason },
  ): Promise<{ readonly ticket: Ticket }> {
    const row: TicketRow = {
      ...{ id: newTicketNumber(kind), kind, requester, agency: grant.agency, requests, persons },
      ...{ format: file?.format ?? null, reason: file?.reason ?? null, recordedAt: system.clock() },
    };
    const { id, agency, format, reason, recordedAt } = row;
    await system.database.rows(insert, [id, kind, requester, agency, requests, persons, format, reason, recordedAt]);
    const fields = entries.flatMap(({ disclosed = [] }) => disclosed.flatMap((group) => group.fields));
    return {
      ticket: { ...publicTicket(row), datasets: sortedSet(entries.flatMap(datasetsOf)), fields: sortedSet(fields) },
    };
  }

  return {
    Query: {
      ticket: async (_, { id }, { grant, system }) => {
        requireAuditor(grant);
        const [row] = await system.database.rows(oneTicket, [id.trim().toUpperCase()]);
        return row === undefined ? null : publicTicket(row);
      },
    },
    Mutation: {
      recordPrint: async (_, { input }, context) =>
        record(context, 'print', await requireRecentlyShown(context, access, input)),
      recordExport: async (_, { input }, context) =>
        record(context, 'export', await requireRecentlyShown(context, access, input), input),
      recordLogExport: async (_, { input }, context) => {
        requireStaffReader(context.grant);
        return record(context, 'export', await requireRecentlyRead(context, access, input.requestIds), input);
      },
    },
  };
}

function publicTicket({ kind, recordedAt, ...row }: TicketRow): Ticket {
  return { ...row, kind: kind === 'print' ? 'PRINT' : 'EXPORT', recordedAt: recordedAt.toISOString() };
}

function sortedSet(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}
