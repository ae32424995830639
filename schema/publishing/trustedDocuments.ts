import { createHash } from 'node:crypto';
import { type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { z } from 'zod';
import { isStorableText } from '../values/storableText.ts';

/** What a gateway does with a text of this client that is not one of its documents. */
export const documentModes = ['off', 'audit', 'require'] as const;
export const DocumentMode = z.enum(documentModes);
/** `off`: it is executed. `audit`: it is executed, counted, and logged. `require`: it is refused. */
export type DocumentMode = z.infer<typeof DocumentMode>;

/** As the header apollographql-client-name may have it. */
export const ClientName = z.string().regex(/^[\w.@/ +-]{1,64}$/, 'use 1 to 64 letters, digits, spaces, and .@/+-_');

/** `documentId` of the GraphQL over HTTP draft, appendix on persisted documents. */
export const DocumentHash = z.string().regex(/^sha256:[0-9a-f]{64}$/);

/** One operation that a client was built with. */
export interface TrustedDocument {
  /** `sha256:` and 64 hexadecimal digits. */
  readonly hash: string;
  /** Name of its operation. */
  readonly name: string;
  readonly text: string;
}

export const MOST_DOCUMENTS = 2_000;
export const MOST_DOCUMENT_CHARACTERS = 100_000;
/** Of all documents of one manifest together. */
export const MOST_MANIFEST_CHARACTERS = 8_000_000;
const MOST_TOKENS = 20_000;

/** A manifest that cannot be used. The message says which document, and what to do. */
export class ManifestError extends Error {}

const SHA_1 = /^(sha1:)?[0-9a-f]{40}$/;
const SHA_256 = /^(?:sha256:)?([0-9a-f]{64})$/;

const ApolloManifest = z.strictObject({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      type: z.enum(['query', 'mutation', 'subscription']),
      body: z.string(),
    }),
  ),
});

interface ManifestEntry {
  readonly id: string;
  readonly text: string;
  /** What an Apollo manifest says about the operation. */
  readonly stated?: { readonly name: string; readonly type: string };
}

/**
 * Reads a manifest: that of graphql-codegen's client preset (`{ hash: text }`, with `hashAlgorithm: 'sha256'`), or
 * Apollo's persisted query manifest. Every hash must be the SHA-256 of its text. Throws ManifestError.
 */
export function readManifest(manifest: unknown): readonly TrustedDocument[] {
  const entries = entriesOf(manifest);
  if (entries.length === 0) throw new ManifestError('The manifest holds no documents.');
  if (entries.length > MOST_DOCUMENTS) {
    throw new ManifestError(`The manifest holds ${entries.length} documents; the most is ${MOST_DOCUMENTS}.`);
  }
  const characters = entries.reduce((sum, { text }) => sum + text.length, 0);
  if (characters > MOST_MANIFEST_CHARACTERS) {
    throw new ManifestError(`The manifest holds ${characters} characters; the most is ${MOST_MANIFEST_CHARACTERS}.`);
  }
  const names = new Map<string, string>();
  return entries.map((entry) => {
    const document = readDocument(entry);
    const other = names.get(document.name);
    if (other !== undefined) {
      throw new ManifestError(`Two documents have an operation named ${document.name}: ${other} and ${document.hash}.`);
    }
    names.set(document.name, document.hash);
    return document;
  });
}

/** Reads the text of a manifest's file. Throws ManifestError. */
export function readManifestText(text: string): readonly TrustedDocument[] {
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch {
    throw new ManifestError('The manifest is not JSON.');
  }
  return readManifest(manifest);
}

function entriesOf(manifest: unknown): readonly ManifestEntry[] {
  if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest)) throw unknownFormat();
  if ('format' in manifest) {
    const apollo = ApolloManifest.safeParse(manifest);
    if (!apollo.success) {
      throw new ManifestError(`This is not an Apollo manifest of version 1:\n${z.prettifyError(apollo.error)}`);
    }
    return apollo.data.operations.map(({ id, name, type, body }) => ({ id, text: body, stated: { name, type } }));
  }
  return Object.entries(manifest).map(([id, text]: [string, unknown]) => {
    if (typeof text !== 'string') throw unknownFormat();
    return { id, text };
  });
}

function unknownFormat(): ManifestError {
  return new ManifestError(
    "Use the manifest of graphql-codegen's client preset, or one with format apollo-persisted-query-manifest.",
  );
}

function readDocument({ id, text, stated }: ManifestEntry): TrustedDocument {
  const shownId = JSON.stringify(id.slice(0, 80));
  if (SHA_1.test(id)) {
    throw new ManifestError(
      `${shownId} is a SHA-1 hash. Set persistedDocuments: { hashAlgorithm: 'sha256' } in the client preset's options.`,
    );
  }
  const [, hash] = SHA_256.exec(id) ?? [];
  if (hash === undefined) throw new ManifestError(`${shownId} is no SHA-256 hash in hexadecimal digits.`);
  if (text.length > MOST_DOCUMENT_CHARACTERS) {
    throw new ManifestError(`${hash} has ${text.length} characters; the most is ${MOST_DOCUMENT_CHARACTERS}.`);
  }
  if (createHash('sha256').update(text).digest('hex') !== hash) {
    throw new ManifestError(`${hash} is not the SHA-256 of its text. Build the manifest again.`);
  }
  if (!isStorableText(text)) throw new ManifestError(`${hash} holds characters that cannot be stored.`);
  const operation = onlyOperation(hash, text);
  const name = operation.name?.value;
  if (name === undefined) throw new ManifestError(`The operation of ${hash} has no name. Give it one.`);
  if (stated !== undefined && (stated.name !== name || stated.type !== operation.operation)) {
    throw new ManifestError(
      `The manifest says that ${hash} is ${stated.type} ${stated.name}, but its text is ${operation.operation} ${name}.`,
    );
  }
  return { hash: `sha256:${hash}`, name, text };
}

function onlyOperation(hash: string, text: string): OperationDefinitionNode {
  const operations = parsed(hash, text).definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (operation === undefined || operations.length > 1) {
    throw new ManifestError(`${hash} has ${operations.length} operations. Each document has exactly one.`);
  }
  return operation;
}

function parsed(hash: string, text: string): DocumentNode {
  try {
    return parse(text, { noLocation: true, maxTokens: MOST_TOKENS });
  } catch (error) {
    // Nested too deeply for the parser's stack.
    if (!(error instanceof GraphQLError)) throw new ManifestError(`${hash} cannot be read as GraphQL.`);
    throw new ManifestError(`${hash} is not GraphQL: ${error.message}`);
  }
}
