import { z } from 'zod';
import type { AdministrationEntry } from '../../../schema/ledger/administration.ts';
import type { ComparedRegister, RegisterSystem } from '../../kit/administration/comparedRegister.ts';
import { LogTampered } from '../../kit/administration/logErrors.ts';
import type { LoggedRow } from '../../kit/administration/loggedTable.ts';
import { statement } from '../../kit/database/statement.ts';
import type { Suspension } from './suspensions.ts';
import { suspensionTable } from './suspensionTable.ts';

/** The suspensions, as recorded in the log. */
export interface SuspensionRegister {
  /** Suspensions in force, for all persons if `persons` is undefined. Rejects if the log cannot be read. */
  inForce(now: Date, persons: readonly Buffer[] | undefined): Promise<readonly Suspension[]>;
  /** Resolves once the suspension is in the log and in the table. */
  add(
    system: RegisterSystem,
    wanted: Suspension,
    by: { readonly subject: string; readonly agency: string },
  ): Promise<void>;
}

const insert = statement<{ readonly row: LoggedRow }>(
  'audit.suspend',
  `insert into suspension (person, recipient_agency, starts_at, ends_at, oral, reference, entered_by)
   values ($1, $2, $3, $4, $5, $6, $7) returning to_jsonb(suspension) as row`,
);

export function createSuspensionRegister(register: ComparedRegister): SuspensionRegister {
  const known = new Map<number, Suspension>();
  register.onEntry(suspensionTable, (entry) => {
    const { id, suspension } = suspensionOf(entry);
    known.set(id, suspension);
  });
  return {
    async inForce(now, persons) {
      await register.follow();
      return [...known.values()]
        .filter(({ from, until }) => from <= now && until > now)
        .filter(({ person }) => persons === undefined || persons.some((one) => one.equals(person)))
        .sort((one, other) => one.until.getTime() - other.until.getTime());
    },
    async add(system, wanted, by) {
      const { person, recipientAgency, from, until, oral, reference, enteredBy } = wanted;
      await register.change(system, from, async (queries) => {
        const values = [person, recipientAgency, from, until, oral, reference, enteredBy];
        const inserted = await queries.rows(insert, values);
        return inserted.map(({ row }) => ({ event: suspensionTable.event, table: suspensionTable.name, row, by }));
      });
    },
  };
}

const Time = z.string().transform((text) => new Date(text));
const Row = z.object({
  suspension_id: z.number().int(),
  // PostgreSQL's JSON format for bytes.
  person: z
    .string()
    .regex(/^\\x([0-9a-f]{2})+$/)
    .transform((text) => Buffer.from(text.slice(2), 'hex')),
  recipient_agency: z.string(),
  starts_at: Time,
  ends_at: Time,
  oral: z.boolean(),
  reference: z.string(),
  entered_by: z.string(),
});

function suspensionOf({ row, seq }: AdministrationEntry): { readonly id: number; readonly suspension: Suspension } {
  const parsed = Row.safeParse(row);
  if (!parsed.success) throw new LogTampered(`administration entry ${seq} holds no suspension`);
  const { suspension_id: id, person, recipient_agency, starts_at, ends_at, oral, reference, entered_by } = parsed.data;
  return {
    id,
    suspension: {
      ...{ person, recipientAgency: recipient_agency, from: starts_at, until: ends_at, oral, reference },
      enteredBy: entered_by,
    },
  };
}
