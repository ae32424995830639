import { createPrivateKey, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a local run signs with: tokens of the development issuer, grants, the approval feed. */
export type DevelopmentKeyName = 'issuer' | 'grants' | 'feed';

/** The key of a run that has been started; undefined when the data directory holds none. */
export function existingDevelopmentKey(dataDirectory: string, name: DevelopmentKeyName): KeyObject | undefined {
  try {
    return createPrivateKey(readFileSync(join(dataDirectory, 'keys', `${name}.pem`)));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The EC P-256 private key of that name in the data directory; made on first use, readable by its owner only. */
export function developmentKey(dataDirectory: string, name: DevelopmentKeyName): KeyObject {
  const existing = existingDevelopmentKey(dataDirectory, name);
  if (existing !== undefined) return existing;
  const directory = join(dataDirectory, 'keys');
  const file = join(directory, `${name}.pem`);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const pem = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' });
  // Written aside and linked into place, so that two commands at once agree on one key and none reads half of it.
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, pem, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  return createPrivateKey(readFileSync(file));
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
