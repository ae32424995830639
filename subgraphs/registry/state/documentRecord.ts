import { z } from 'zod';
import type { DocumentMode, TrustedDocument } from '../../../schema/publishing/trustedDocuments.ts';
import type { LoggedRow } from '../../kit/administration/loggedTable.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import type { ContentStore } from '../content/contentStore.ts';

/** Documents that were added to a version of a client. */
export interface ManifestRecord {
  readonly number: number;
  readonly client: string;
  readonly version: string;
  readonly mode: DocumentMode | null;
  readonly digest: string;
  readonly documents: number;
  readonly publishedBy: string;
  readonly agency: string;
  readonly publishedAt: Date;
}

/** Versions of one client whose documents are in force: the newest. */
const VERSIONS_IN_FORCE = 10;

const SELECT = `select number::float8 as number, client, version, mode, digest, documents, subject as "publishedBy",
    agency, published_at as "publishedAt", to_jsonb(document_manifest) as row
  from document_manifest`;
const ofClient = statement<ManifestRecord>(
  'registry.manifestsOfClient',
  `${SELECT} where ($1::text is null or client = $1) order by number desc limit 10000`,
);
const inForce = statement<ManifestRecord & { readonly row: LoggedRow }>(
  'registry.manifestsInForce',
  `${SELECT} where (client, version) in (
     select client, version from (
       select client, version, row_number() over (partition by client order by max(number) desc) as age
       from document_manifest group by client, version) as versions
     where age <= $1)
   order by number`,
);
const modes = statement<{ readonly client: string; readonly mode: DocumentMode; readonly row: LoggedRow }>(
  'registry.documentModes',
  `select distinct on (client) client, mode, to_jsonb(document_manifest) as row from document_manifest
   where mode is not null order by client, number desc`,
);

/** Newest first. */
export async function readManifestRecords(queries: Queries, client: string | null): Promise<readonly ManifestRecord[]> {
  return await queries.rows(ofClient, [client]);
}

/** Rows of the versions in force, oldest first. */
export async function readManifestsInForce(queries: Queries) {
  return await queries.rows(inForce, [VERSIONS_IN_FORCE]);
}

/** Mode of each client, with the row that set it. */
export async function readDocumentModes(queries: Queries) {
  return await queries.rows(modes, []);
}

const Documents = z.array(z.strictObject({ hash: z.string(), name: z.string(), text: z.string() }));

export async function readDocuments(
  queries: Queries,
  contents: ContentStore,
  digest: string,
): Promise<readonly TrustedDocument[]> {
  return Documents.parse(JSON.parse(await contents.read(queries, digest)));
}
