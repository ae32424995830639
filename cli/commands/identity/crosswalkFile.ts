import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { CliError } from '../../cliError.ts';

/** A person's number in a system. */
const Link = z.strictObject({ personId: z.string(), number: z.string() });
export type Link = z.infer<typeof Link>;

export interface Crosswalk {
  readonly system: string;
  /** RFC 3339. */
  readonly issuedAt: string;
  readonly links: readonly Link[];
}

export interface SignedCrosswalk extends Crosswalk {
  /** SHA-256 of the whole file, in hexadecimal. */
  readonly sha256: string;
  /** Thumbprint of the key (RFC 7638). */
  readonly signedBy: string;
}

/** What the signature says of the other lines. */
const Statement = z.strictObject({
  system: z.string(),
  issuedAt: z.iso.datetime({ offset: true }),
  /** Number of links. */
  links: z.number().int(),
  /** SHA-256 of everything after the first line, in hexadecimal. */
  sha256: z.string(),
});

/** Only in crosswalk files: a token that the same key signed for something else is none. */
const TYPE = 'person360-crosswalk+jwt';
const LINE_FEED = 0x0a;

/**
 * Writes a crosswalk file. Its first line is a compact JWS (ES256) over the system, the time, and the number and the
 * SHA-256 of the other lines. Each of them is one link as JSON.
 */
export function writeCrosswalk({ system, issuedAt, links }: Crosswalk, key: KeyObject): string {
  const lines = links.map(({ personId, number }) => `${JSON.stringify({ personId, number })}\n`).join('');
  const statement = { system, issuedAt, links: links.length, sha256: sha256Of(Buffer.from(lines)) };
  const header = { alg: 'ES256' as const, typ: TYPE, kid: thumbprintOf(createPublicKey(key)) };
  return `${jwt.sign(statement, key, { algorithm: 'ES256', header, noTimestamp: true })}\n${lines}`;
}

/** Reads and verifies a file. Throws, whatever is wrong with it: a file is right as a whole, or not at all. */
export function readCrosswalk(bytes: Buffer, key: KeyObject): SignedCrosswalk {
  const end = bytes.indexOf(LINE_FEED);
  const statement = end === -1 ? undefined : verifiedStatement(bytes.subarray(0, end).toString('utf8'), key);
  if (statement === undefined) {
    throw new CliError('The file is not signed by this key. Nothing was imported. Check --key, or get the file again.');
  }
  const rest = bytes.subarray(end + 1);
  const links = sha256Of(rest) === statement.sha256 ? readLinks(rest.toString('utf8')) : undefined;
  if (links?.length !== statement.links) {
    throw new CliError('The file was changed after it was signed. Nothing was imported. Get it again.');
  }
  requireOnePersonANumber(links);
  const { system, issuedAt } = statement;
  return { system, issuedAt, links, sha256: sha256Of(bytes), signedBy: thumbprintOf(key) };
}

function verifiedStatement(token: string, key: KeyObject): z.infer<typeof Statement> | undefined {
  try {
    const { header, payload } = jwt.verify(token, key, { algorithms: ['ES256'], complete: true });
    // No extension is implemented. See RFC 7515, 4.1.11.
    if (header.typ !== TYPE || 'crit' in header) return undefined;
    return Statement.safeParse(payload).data;
  } catch {
    // The caller says that the file is not signed by this key.
    return undefined;
  }
}

function readLinks(text: string): readonly Link[] | undefined {
  try {
    return text
      .split('\n')
      .slice(0, -1)
      .map((line) => Link.parse(JSON.parse(line)));
  } catch {
    // The caller says that the file is not as it was signed.
    return undefined;
  }
}

function requireOnePersonANumber(links: readonly Link[]): void {
  const lineOf = new Map<string, { readonly personId: string; readonly line: number }>();
  for (const [at, { personId, number }] of links.entries()) {
    const earlier = lineOf.get(number);
    if (earlier !== undefined && earlier.personId.toLowerCase() !== personId.toLowerCase()) {
      throw new CliError(
        `Lines ${earlier.line} and ${at + 2} give one number to two persons. Nothing was imported. Correct the file and sign it again.`,
      );
    }
    if (earlier === undefined) lineOf.set(number, { personId, line: at + 2 });
  }
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** See RFC 7638. */
function thumbprintOf(key: KeyObject): string {
  const { crv, kty, x, y } = key.export({ format: 'jwk' });
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
}

/** Reads an EC P-256 key, PEM. */
export function readKey(file: string, kind: 'private' | 'public'): KeyObject {
  let key: KeyObject | undefined;
  try {
    const pem = readFileSync(file);
    key = kind === 'private' ? createPrivateKey(pem) : createPublicKey(pem);
  } catch {
    key = undefined;
  }
  if (key?.asymmetricKeyDetails?.namedCurve !== 'prime256v1') {
    throw new CliError(`${file} is no ${kind} EC P-256 key in PEM format. Set its file with --key.`);
  }
  return key;
}
