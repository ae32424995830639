import { readAdministrationEntry } from './administration.ts';
import { DisclosureGrounds, groundsHash } from './disclosureGrounds.ts';
import { DisclosureRecord, joinSet } from './disclosureRecord.ts';

/** The two index columns that hold sets: datasets and approvals, each joined by joinSet. */
export interface SetColumns {
  readonly dataset: string | undefined;
  readonly approval: string | undefined;
}

/** What the index columns of one entry must hold. The body of the entry is what is proved; the columns are derived. */
export interface BodyIndexes {
  readonly kind: string;
  readonly person?: Buffer | undefined;
  readonly requester?: string | undefined;
  readonly agency?: string | undefined;
  /** Undefined: the body holds no time. */
  readonly time?: Date | undefined;
  /** The entry's own set columns, or the leaf hash of the entry that provides them. */
  readonly sets: SetColumns | { readonly of: Buffer };
  /** The set columns of the entries that refer to this one. */
  readonly provides?: SetColumns;
}

const NO_SETS: SetColumns = { dataset: undefined, approval: undefined };

/** Datasets and approvals of what was shown, empty, refused or searched, as the index columns hold them. */
export function setColumns({
  disclosed = [],
  empty = [],
  refused = [],
  search,
}: Partial<Pick<DisclosureRecord, 'disclosed' | 'empty' | 'refused' | 'search'>>): SetColumns {
  return {
    dataset: joinSet([
      ...disclosed.flatMap(({ datasets }) => datasets),
      ...empty.flatMap(({ datasets }) => datasets),
      ...refused.flatMap(({ dataset }) => dataset ?? []),
      ...(search?.datasets ?? []),
    ]),
    approval: joinSet(disclosed.flatMap(({ approvals }) => approvals ?? [])),
  };
}

/**
 * Derives the index columns of an entry from its body. The gateway writes these columns, and the verifier and the audit
 * system compare the stored ones with them. Undefined: the body has a form that is not known here.
 */
export function indexesOfBody(body: Buffer): BodyIndexes | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
  const record = DisclosureRecord.safeParse(value);
  if (record.success) return indexesOfRecord(record.data);
  const grounds = DisclosureGrounds.safeParse(value);
  if (grounds.success) return indexesOfGrounds(body, grounds.data);
  const decision = readAdministrationEntry(body);
  if (decision === undefined) return undefined;
  const { kind, by, approval, time: decidedAt } = decision;
  const sets = { dataset: undefined, approval };
  return { kind, requester: by.subject, agency: by.agency, time: new Date(decidedAt), sets };
}

function indexesOfGrounds(body: Buffer, grounds: DisclosureGrounds): BodyIndexes {
  return { kind: 'grounds', person: groundsHash(body), sets: NO_SETS, provides: setColumns(grounds) };
}

function indexesOfRecord(record: DisclosureRecord): BodyIndexes {
  const { kind, person, requester, agency, time, grounds } = record;
  return {
    ...{ kind, requester, agency },
    person: person === undefined ? undefined : Buffer.from(person, 'base64url'),
    time: new Date(time),
    sets: grounds === undefined ? setColumns(record) : { of: Buffer.from(grounds, 'base64url') },
  };
}
