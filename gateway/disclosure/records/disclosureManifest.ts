import { canonicalJson, type Ledger, type LedgerEntry } from '../../../ledger/index.ts';
import { type DisclosureManifest, manifestHash } from '../../../schema/ledger/disclosureManifest.ts';
import type { DisclosedFields, EmptyFields, RefusedField } from '../../../schema/ledger/disclosureRecord.ts';
import type { Caches } from '../../runtime/caches.ts';

/** An entry that records refer to. */
export interface ManifestEntry {
  /** As records name it. */
  readonly name: string;
  readonly hash: Buffer;
  readonly body: string;
}

interface ManifestFields {
  readonly disclosed?: readonly DisclosedFields[];
  readonly empty?: readonly EmptyFields[];
  readonly refused?: readonly RefusedField[];
}

/** An entry of the ledger has 65,535 bytes at most. */
const LARGEST = 60_000;

/** Hundreds of approvals may open one answer: where the law they cite does not fit, their ids lead to it in the register. */
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

/** Appends records, and their grounds where the month of the log does not hold them yet. */
export type AppendWithManifests = (
  records: readonly LedgerEntry[],
  manifests: ReadonlySet<ManifestEntry>,
  time: Date,
) => Promise<void>;

/** A name and a month: some 150 bytes each. What is forgotten is written once more. */
const MAX_KNOWN = 50_000;

/**
 * Manifests go into the same batch as the first records that name them, and count as written only once that batch is.
 * Records that fell into a new month get them again there before their answer may leave.
 */
export function createAppendWithManifests(ledger: Pick<Ledger, 'append'>, caches: Caches): AppendWithManifests {
  /** The newest month that is known to hold them. */
  const monthOf = caches.lru<string, string>('written manifests', { max: MAX_KNOWN, bytesOf: () => 150 });

  /** Resolves with the month of the log in which they are. */
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
    // Where it is not known in what month the records are, anything may be elsewhere.
    for (const one of manifests) if (month === undefined || monthOf.get(one.name) !== month) elsewhere.push(one);
    if (elsewhere.length > 0) await append(elsewhere, [], time);
  };
}
