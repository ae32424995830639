import { readAdministrationEntry } from './administration.ts';
import { DisclosureManifest, manifestHash } from './disclosureManifest.ts';
import { DisclosureRecord, joinSet } from './disclosureRecord.ts';

/** The two index columns that contain sets: datasets and approvals, each joined by joinSet. */
export interface SetColumns {
  readonly dataset: string | undefined;
  readonly approval: string | undefined;
}

/** Expected index columns of one entry, derived from its body. The tree proves only the body. */
export interface BodyIndexes {
  readonly kind: string;
  readonly person?: Buffer | undefined;
  readonly requester?: string | undefined;
  readonly agency?: string | undefined;
  /** Undefined: the body contains no time. */
  readonly time?: Date | undefined;
  /** The entry's own set columns, or the leaf hash of the entry that provides them. */
  readonly sets: SetColumns | { readonly of: Buffer };
  /** Set columns for the entries that refer to this one. */
  readonly provides?: SetColumns;
}

const NO_SETS: SetColumns = { dataset: undefined, approval: undefined };

/** Builds the index columns for the datasets and approvals that were shown, empty, refused or searched. */
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
 * system compare the stored ones with them. Undefined: the body has an unknown format.
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
  const manifest = DisclosureManifest.safeParse(value);
  if (manifest.success) return indexesOfManifest(body, manifest.data);
  const decision = readAdministrationEntry(body);
  if (decision === undefined) return undefined;
  const { kind, by, approval, time: decidedAt } = decision;
  const sets = { dataset: undefined, approval };
  return { kind, requester: by.subject, agency: by.agency, time: new Date(decidedAt), sets };
}

function indexesOfManifest(body: Buffer, manifest: DisclosureManifest): BodyIndexes {
  return { kind: 'grounds', person: manifestHash(body), sets: NO_SETS, provides: setColumns(manifest) };
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
