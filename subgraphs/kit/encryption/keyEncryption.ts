/** A key as a key encryption service returns it: useless without the service. */
export interface WrappedKey {
  /** The service's key that wraps it. */
  readonly wrappedBy: string;
  readonly wrapped: Buffer;
}

/**
 * Wraps and unwraps data keys with keys that are never in the database: a key file (keyFile.ts), or a key management
 * service (KMS). `context` says what the key is for. It is authenticated, not secret, and unwrapping takes the same
 * text: pass it to a KMS as encryption context.
 */
export interface KeyEncryption {
  /** Where the keys are, for messages. */
  readonly description: string;
  /** The service's key that wraps now. */
  currentId(): Promise<string>;
  wrap(key: Buffer, context: string): Promise<WrappedKey>;
  /** Rejects with EncryptionKeyError if the service does not have the key, or if the key does not open it. */
  unwrap(key: WrappedKey, context: string): Promise<Buffer>;
}

/** Keys are missing, wrong or damaged. The message says what to do and contains no key. Nothing was changed. */
export class EncryptionKeyError extends Error {
  override readonly name = 'EncryptionKeyError';
}
