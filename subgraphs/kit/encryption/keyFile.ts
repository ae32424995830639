import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { EncryptionKeyError, type KeyEncryption } from './keyEncryption.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Write permission of the group, and every permission of others. */
const OPEN_TO_OTHERS = 0o027;

const KeyFile = z.strictObject({
  /** The key that wraps now. */
  current: z.string(),
  /** Keys by id: 32 bytes, base64url. */
  keys: z.record(z.string().min(1), z.string().regex(/^[\w-]{43}$/)),
});
type KeyFile = z.infer<typeof KeyFile>;

/** Whether there is a file at the path, readable or not. */
export function hasKeyFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/**
 * Creates a key file with one new key, readable by its owner only (mode 0600). Throws EncryptionKeyError if the path is
 * taken: a key file is never replaced.
 */
export function createKeyFile(path: string): void {
  const id = newId();
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = writeDraft(path, { current: id, keys: { [id]: newKey() } });
  try {
    // Linked into place, so that two processes agree on one file and neither reads a part of it.
    linkSync(draft, path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
    throw new EncryptionKeyError(`${path} exists. It was not changed. Choose another path for the new key file.`);
  } finally {
    rmSync(draft);
  }
}

/** Adds a key to the file and makes it the one that wraps. The former keys stay until they are removed. Returns its id. */
export function addKey(path: string): string {
  const file = readKeyFile(path);
  const id = newId();
  const draft = writeDraft(path, { current: id, keys: { ...file.keys, [id]: newKey() } });
  renameSync(draft, path);
  return id;
}

/** Removes every key but the current one. Call it once nothing is wrapped by them. Returns the ids of those removed. */
export function removeFormerKeys(path: string): readonly string[] {
  const { current, keys } = readKeyFile(path);
  const former = Object.keys(keys).filter((id) => id !== current);
  if (former.length > 0) renameSync(writeDraft(path, { current, keys: { [current]: keys[current] ?? '' } }), path);
  return former;
}

/**
 * The local key encryption service: AES-256-GCM with keys of a file. The file is read at every call, so that a running
 * system learns a new key without a restart. Throws EncryptionKeyError if the file is missing, malformed, or open to
 * other users of the machine.
 */
export function openKeyFile(path: string): KeyEncryption {
  readKeyFile(path);
  return {
    description: `key file ${path}`,
    currentId: async () => readKeyFile(path).current,
    async wrap(key, context) {
      const { current, keys } = readKeyFile(path);
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', bytesOf(keys, current), nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(context));
      const wrapped = Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
      return { wrappedBy: current, wrapped };
    },
    async unwrap({ wrappedBy, wrapped }, context) {
      const { keys } = readKeyFile(path);
      if (!Object.hasOwn(keys, wrappedBy)) {
        throw new EncryptionKeyError(
          `${path} does not contain the key ${wrappedBy}, which the database's keys are wrapped by. Nothing was changed. ` +
            'Restore the right key file from its backup. Without it, the encrypted data cannot be read.',
        );
      }
      try {
        const options = { authTagLength: TAG_BYTES };
        const decipher = createDecipheriv(
          'aes-256-gcm',
          bytesOf(keys, wrappedBy),
          wrapped.subarray(0, NONCE_BYTES),
          options,
        );
        decipher.setAAD(Buffer.from(context));
        decipher.setAuthTag(wrapped.subarray(-TAG_BYTES));
        return Buffer.concat([decipher.update(wrapped.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
      } catch {
        throw new EncryptionKeyError(
          `The key ${wrappedBy} in ${path} does not open the database's keys: the file is another one, or it or the ` +
            'database was changed. Nothing was changed now. Restore the key file from its backup.',
        );
      }
    },
  };
}

function readKeyFile(path: string): KeyFile {
  let text: string;
  try {
    if ((statSync(path).mode & OPEN_TO_OTHERS) !== 0) {
      throw new EncryptionKeyError(`Other users can read or change ${path}. Run: chmod 600 ${path}`);
    }
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof EncryptionKeyError) throw error;
    if (isCode(error, 'ENOENT')) {
      throw new EncryptionKeyError(
        `The key file ${path} does not exist. Nothing was changed. Restore it from its backup; for a new database, ` +
          `create it: person360 encryption create-key-file ${path}`,
      );
    }
    throw new EncryptionKeyError(`The key file ${path} cannot be read. Check its owner and its permissions.`);
  }
  const file = parse(text);
  if (file === undefined || !Object.hasOwn(file.keys, file.current)) {
    throw new EncryptionKeyError(`The key file ${path} is damaged. Nothing was changed. Restore it from its backup.`);
  }
  return file;
}

function parse(text: string): KeyFile | undefined {
  try {
    return KeyFile.parse(JSON.parse(text));
  } catch {
    // The caller reports it. The parser's message could quote a key.
    return undefined;
  }
}

function bytesOf(keys: KeyFile['keys'], id: string): Buffer {
  return Buffer.from(keys[id] ?? '', 'base64url');
}

function writeDraft(path: string, file: KeyFile): string {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  return draft;
}

/** Sorts by time. */
function newId(): string {
  return `${new Date().toISOString().slice(0, 10)}-${randomBytes(4).toString('hex')}`;
}

function newKey(): string {
  return randomBytes(KEY_BYTES).toString('base64url');
}

function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
