import { createHmac, randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { EmbeddedPostgresError, hasErrorCode } from '../embeddedPostgresError.ts';

const SECRET_BYTES = 32;

/**
 * Reads the data directory's secret, created at the first start and readable by its owner only. All passwords are
 * derived from it, so only one thing has to be stored, and two concurrent starts cannot disagree on a password.
 */
export async function loadSecret(path: string): Promise<Buffer> {
  try {
    return await readSecret(path);
  } catch (error) {
    if (!hasErrorCode(error, 'ENOENT')) throw error;
  }
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, randomBytes(SECRET_BYTES).toString('base64url'), { mode: 0o600 });
  try {
    await link(draft, path);
  } catch (error) {
    // Another process created it first, so its file is used.
    if (!hasErrorCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return await readSecret(path);
}

async function readSecret(path: string): Promise<Buffer> {
  const secret = Buffer.from(await readFile(path, 'utf8'), 'base64url');
  if (secret.length === SECRET_BYTES) return secret;
  throw new EmbeddedPostgresError(
    'DATA_LOST',
    `The file with the database's passwords is damaged: ${path}. Restore it, or start with --fresh, which removes all data.`,
  );
}

/**
 * Derives the password of a database role: 256 bits that reveal nothing about the secret or another role's password.
 */
export function passwordOf(secret: Buffer, role: string): string {
  return createHmac('sha256', secret).update(`role:${role}`).digest('base64url');
}
