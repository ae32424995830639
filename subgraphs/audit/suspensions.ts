import { signatories } from '../../schema/agencies.ts';
import type { DisclosureRecord } from '../../schema/disclosureRecord.ts';
import type { Queries } from '../kit/database.ts';
import { PublicError } from '../kit/publicError.ts';
import { statement } from '../kit/statement.ts';

/** A time during which disclosures to one agency stay out of a person's accounting (45 CFR 164.528(a)(2)). */
export interface Suspension {
  readonly person: Buffer;
  readonly recipientAgency: string;
  readonly from: Date;
  readonly until: Date;
  readonly oral: boolean;
  readonly reference: string;
  readonly enteredBy: string;
}

const columns = `person, recipient_agency as "recipientAgency", starts_at as "from", ends_at as "until", oral, reference,
  entered_by as "enteredBy"`;

const inForce = statement<Suspension>(
  'audit.suspensionsInForce',
  `select ${columns} from suspension
   where starts_at <= $1 and ends_at > $1 and ($2::bytea[] is null or person = any($2)) order by ends_at`,
);

const insert = statement<Suspension>(
  'audit.suspend',
  `insert into suspension (person, recipient_agency, starts_at, ends_at, oral, reference, entered_by)
   values ($1, $2, $3, $4, $5, $6, $7) returning ${columns}`,
);

/**
 * A reading of suspensions, which no resident may find: that somebody looked for one about them, and which agency's fields
 * came back, says what is to stay unsaid.
 */
export function tellsOfSuspensions({ disclosed }: Pick<DisclosureRecord, 'disclosed'>): boolean {
  return (disclosed ?? []).some(({ fields }) =>
    fields.some((field) => field === 'Query.suspensions' || field.startsWith('AccountingSuspension.')),
  );
}

/** 45 CFR 164.528(a)(2)(ii)(C): an oral request holds for 30 days at most. */
const ORAL_DAYS = 30;
const DAY_MS = 86_400_000;

export function suspensionsInForce(
  database: Queries,
  now: Date,
  persons: readonly Buffer[] | undefined,
): Promise<readonly Suspension[]> {
  return database.rows(inForce, [now, persons ?? null]);
}

export async function suspend(database: Queries, wanted: Suspension): Promise<Suspension> {
  // Withholding compares codes as they stand: another spelling would be on record and withhold nothing.
  if (!signatories.some(({ code }) => code === wanted.recipientAgency)) {
    const codes = signatories.map(({ code }) => code).join(', ');
    throw new PublicError('BAD_USER_INPUT', `recipientAgency is the code of an agency, one of ${codes}.`);
  }
  if (wanted.until <= wanted.from) throw new PublicError('BAD_USER_INPUT', 'The suspension ends before it begins.');
  if (wanted.oral && wanted.until.getTime() > wanted.from.getTime() + ORAL_DAYS * DAY_MS) {
    throw new PublicError('BAD_USER_INPUT', `An oral request suspends for ${ORAL_DAYS} days at most.`);
  }
  if (!/^[\w ./:#-]{3,200}$/.test(wanted.reference)) {
    throw new PublicError(
      'BAD_USER_INPUT',
      'Give the file number of the statement: 3 to 200 letters, digits and ./:#-',
    );
  }
  const { person, recipientAgency, from, until, oral, reference, enteredBy } = wanted;
  const [row] = await database.rows(insert, [person, recipientAgency, from, until, oral, reference, enteredBy]);
  if (row === undefined) throw new Error('An insert returned no row.');
  return row;
}
