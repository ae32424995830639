import { HASH_BYTES } from '../merkle/hash.ts';

/** An entry, its position, and the path from it to a signed root. */
export interface Receipt {
  readonly index: number;
  readonly body: Buffer;
  readonly proof: readonly Buffer[];
  readonly note: string;
}

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';

/** Formats a receipt with the entry as the `extra` data. See https://c2sp.org/tlog-proof. */
export function formatReceipt({ index, body, proof, note }: Receipt): string {
  const lines = [FIRST_LINE, `extra ${body.toString('base64')}`, `index ${index}`, ...formatProof(proof), '', note];
  return lines.join('\n');
}

/** Parses a receipt; undefined if the text is not one. */
export function parseReceipt(text: string): Receipt | undefined {
  const split = text.indexOf('\n\n');
  if (split < 0) return undefined;
  const [first, extra = '', place = '', ...hashes] = text.slice(0, split).split('\n');
  const body = /^extra ([A-Za-z0-9+/]+={0,2})$/.exec(extra)?.[1];
  const index = /^index (0|[1-9][0-9]{0,15})$/.exec(place)?.[1];
  const proof = parseProof(hashes);
  if (first !== FIRST_LINE || body === undefined || index === undefined || !proof) return undefined;
  return { index: Number(index), body: Buffer.from(body, 'base64'), proof, note: text.slice(split + 2) };
}

/** Formats a proof as one base64 hash per line. */
export function formatProof(proof: readonly Buffer[]): string[] {
  return proof.map((hash) => hash.toString('base64'));
}

export function parseProof(lines: readonly string[]): Buffer[] | undefined {
  const hashes = lines.map((line) => Buffer.from(line, 'base64'));
  const exact = hashes.every((hash, at) => hash.length === HASH_BYTES && hash.toString('base64') === lines[at]);
  return exact ? hashes : undefined;
}
