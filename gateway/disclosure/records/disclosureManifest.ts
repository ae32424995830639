import { canonicalJson, type Ledger, type LedgerEntry } from '../../../ledger/index.ts';
import { type DisclosureManifest, manifestHash } from '../../../schema/ledger/disclosureManifest.ts';
import type { DisclosedFields, EmptyFields, RefusedField } from '../../../schema/ledger/disclosureRecord.ts';
import type { Caches } from '../../runtime/caches.ts';

/** An entry that records refer to. */
export interface ManifestEntry {
  /** Name by which records refer to it. */
  readonly name: string;
  readonly hash: Buffer;
  readonly body: string;
}

interface ManifestFields {
  readonly disclosed?: readonly DisclosedFields[];
  readonly empty?: readonly EmptyFields[];
  readonly refused?: readonly RefusedField[];
}

/** Maximum bytes of a manifest. A ledger entry has at most 65,535. */
const LARGEST = 60_000;

/**
 * Makes the manifest of disclosed, empty, or refused fields. Hundreds of approvals may open one response: where the law
 * that they cite does not fit, it is left out, and their ids lead to it in the register.
 */
export function manifestOf(fields: ManifestFields): ManifestEntry {
  const whole = entryOf(fields);
  if (Buffer.byteLength(whole.body) <= LARGEST || fields.disclosed === undefined) return whole;
  const disclosed = fields.disclosed.map((group): DisclosedFields => {
    const { legalBasis: _inRegister, ...rest } = group;
    return group.basis === 'approval' ? rest : group;
  });
  return entryOf({ ...fields, disclosed });
}

function entryOf({ disclosed, empty = [], refused }: ManifestFields): ManifestEntry {
  const manifest: DisclosureManifest = {
    ...(disclosed === undefined ? {} : { disclosed: [...disclosed] }),
    ...(empty.length === 0 ? {} : { empty: [...empty] }),
    kind: 'grounds',
    ...(refused === undefined ? {} : { refused: [...refused] }),
    v: 1,
  };
  const body = canonicalJson(manifest);
  const hash = manifestHash(body);
  return { name: hash.toString('base64url'), hash, body };
}

/** Appends records, and their manifests unless the month of the log already holds them. */
export type AppendWithManifests = (
  records: readonly LedgerEntry[],
  manifests: ReadonlySet<ManifestEntry>,
  time: Date,
) => Promise<void>;

/** A name and a month: about 150 bytes each. A manifest that was evicted is written once more. */
const MAX_KNOWN = 50_000;

/**
 * Creates the function that appends. Manifests go into the batch of the first records that name them, and count as
 * written once that batch is. Records that fall into a new month get them again there, before their response may be
 * sent.
 */
export function createAppendWithManifests(ledger: Pick<Ledger, 'append'>, caches: Caches): AppendWithManifests {
  /** The newest month that holds them. */
  const monthOf = caches.lru<string, string>('written manifests', { max: MAX_KNOWN, bytesOf: () => 150 });

  /** Resolves with the month of the log that holds them. */
  async function append(manifests: readonly ManifestEntry[], records: readonly LedgerEntry[], time: Date) {
    const written = manifests.map(({ hash, body }) => ({ body, time, indexes: { kind: 'grounds', person: hash } }));
    const { month } = await ledger.append(written.length === 0 ? records : [...written, ...records]);
    if (month !== undefined) for (const { name } of manifests) monthOf.set(name, month);
    return month;
  }

  return async (records, manifests, time) => {
    const unwritten: ManifestEntry[] = [];
    for (const one of manifests) if (monthOf.get(one.name) === undefined) unwritten.push(one);
    const month = await append(unwritten, records, time);
    const elsewhere: ManifestEntry[] = [];
    // If the month of the records is unknown, everything may be in another month.
    for (const one of manifests) if (month === undefined || monthOf.get(one.name) !== month) elsewhere.push(one);
    if (elsewhere.length > 0) await append(elsewhere, [], time);
  };
}
