import { HASH_BYTES } from '../merkle/hash.ts';

/** An entry, where it stands, and the way from it to a signed root. */
export interface Receipt {
  readonly index: number;
  readonly body: Buffer;
  readonly proof: readonly Buffer[];
  readonly note: string;
}

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';

/** https://c2sp.org/tlog-proof, with the entry itself as the `extra` data. */
export function formatReceipt({ index, body, proof, note }: Receipt): string {
  const lines = [FIRST_LINE, `extra ${body.toString('base64')}`, `index ${index}`, ...formatProof(proof), '', note];
  return lines.join('\n');
}

/** undefined when the text is not a receipt. */
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

/** One hash a line, in base64. */
export function formatProof(proof: readonly Buffer[]): string[] {
  return proof.map((hash) => hash.toString('base64'));
}

export function parseProof(lines: readonly string[]): Buffer[] | undefined {
  const hashes = lines.map((line) => Buffer.from(line, 'base64'));
  const exact = hashes.every((hash, at) => hash.length === HASH_BYTES && hash.toString('base64') === lines[at]);
  return exact ? hashes : undefined;
}
