import { createPrivateKey, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Signing keys of a local run, for tokens of the development issuer, grants, and the feeds of emou and the registry. */
export type DevelopmentKeyName = 'issuer' | 'grants' | 'feed' | 'registry';

/** Reads the key of a run that was started before; undefined if the data directory contains none. */
export function existingDevelopmentKey(dataDirectory: string, name: DevelopmentKeyName): KeyObject | undefined {
  try {
    return createPrivateKey(readFileSync(join(dataDirectory, 'keys', `${name}.pem`)));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/**
 * Returns the EC P-256 private key of that name in the data directory. Created on first use, readable by its owner
 * only.
 */
export function developmentKey(dataDirectory: string, name: DevelopmentKeyName): KeyObject {
  const existing = existingDevelopmentKey(dataDirectory, name);
  if (existing !== undefined) return existing;
  const directory = join(dataDirectory, 'keys');
  const file = join(directory, `${name}.pem`);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const pem = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' });
  // Written to a draft and linked into place, so that two concurrent commands agree on one key and neither reads a
  // partial file.
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
