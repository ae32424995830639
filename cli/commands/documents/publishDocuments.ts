import { readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  type DocumentMode,
  ManifestError,
  readManifestText,
  type TrustedDocument,
} from '../../../schema/publishing/trustedDocuments.ts';
import { CliError } from '../../cliError.ts';
import { askGateway } from '../emou/askGateway.ts';
import { connectionOf, type RegistryOptions } from '../subgraph/registryOptions.ts';

export interface PublishDocumentsOptions extends RegistryOptions {
  readonly client: string;
  readonly version: string;
  readonly mode?: DocumentMode | undefined;
}

const PUBLISH = `mutation ($input: PublishDocumentsInput!) {
  publishDocuments(input: $input) { documents { number } } }`;
const Published = z.object({
  publishDocuments: z.object({ documents: z.object({ number: z.number() }).nullable() }).nullable(),
});

/** A gateway takes requests of 256 KiB; a larger manifest is published in parts. */
const MOST_BYTES = 200_000;

/** Resolves to false if the manifest or one of its documents is refused. Throws CliError if it could not be published. */
export async function publishDocuments(file: string, options: PublishDocumentsOptions): Promise<boolean> {
  const { client, version } = options;
  const connection = connectionOf(options);
  try {
    const documents = readManifestText(read(file));
    const parts = partsOf(documents);
    for (const [index, part] of parts.entries()) {
      const manifest = JSON.stringify(Object.fromEntries(part.map(({ hash, text }) => [hash, text])));
      // With the last part, so that no document is refused while others are on their way.
      const mode = index === parts.length - 1 ? options.mode?.toUpperCase() : undefined;
      await askGateway(connection, PUBLISH, { input: { client, version, mode, manifest } }, Published);
    }
    process.stderr.write(`Published ${documents.length} documents of ${client} ${version}.\n`);
    return true;
  } catch (error) {
    const isRefused =
      error instanceof ManifestError || (error instanceof CliError && /^BAD_USER_INPUT/.test(error.message));
    if (!isRefused) throw error;
    process.stderr.write(`${error.message}\n`);
    return false;
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new CliError(`${file} cannot be read. Give the manifest that your build writes.`);
  }
}

function partsOf(documents: readonly TrustedDocument[]): readonly (readonly TrustedDocument[])[] {
  const parts: TrustedDocument[][] = [[]];
  let bytes = 0;
  for (const document of documents) {
    // As JSON in a text of JSON.
    const size = Buffer.byteLength(JSON.stringify(JSON.stringify(document.text))) + document.hash.length;
    if (bytes > 0 && bytes + size > MOST_BYTES) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)?.push(document);
    bytes += size;
  }
  return parts;
}
