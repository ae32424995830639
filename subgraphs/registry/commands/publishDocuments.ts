import { SCHEMA_PUBLISHER } from '../../../schema/catalog/roles.ts';
import {
  ClientName,
  DocumentMode,
  ManifestError,
  readManifestText,
  type TrustedDocument,
} from '../../../schema/publishing/trustedDocuments.ts';
import type { GrantClaims } from '../../../schema/tokens/grant.ts';
import type { LoggedRow } from '../../kit/administration/loggedTable.ts';
import { statement } from '../../kit/database/statement.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import { packContent, writeContent } from '../content/contentStore.ts';
import type { RegisterSystem, Registry } from '../registry.ts';
import { type ManifestRecord, readManifestRecords } from '../state/documentRecord.ts';
import { readSupergraphRecord } from '../state/supergraphRecord.ts';
import { manifestTable } from '../tables.ts';
import { publisherOf } from './actor.ts';
import { listProblems } from './listProblems.ts';

export interface DocumentsInput {
  readonly client: string;
  readonly version: string;
  readonly mode?: string | null | undefined;
  /** JSON, in either format. */
  readonly manifest: string;
}

/** Mode of a client whose first documents name none. */
const FIRST_MODE = 'audit';

const insertManifest = statement<{ readonly row: LoggedRow }>(
  'registry.addManifest',
  `insert into document_manifest (number, client, version, mode, digest, documents, subject, agency, published_at)
   select 1 + coalesce((select max(number) from document_manifest), 0), $1, $2, $3, $4, $5, $6, $7, $8
   returning to_jsonb(document_manifest) as row`,
);

/**
 * Adds documents to a version of a client. The first agency that publishes for a client owns its name. Resolves once
 * they are in the log and in the tables.
 */
export async function publishDocuments(
  registry: Registry,
  system: RegisterSystem,
  grant: GrantClaims,
  input: DocumentsInput,
): Promise<ManifestRecord> {
  const { database, clock } = system;
  const client = parsed('client', ClientName, input.client);
  const version = parsed('version', ClientName, input.version);
  const mode = input.mode == null ? null : parsed('mode', DocumentMode, input.mode.toLowerCase());
  const owner = (await readManifestRecords(database, client)).at(-1)?.agency;
  if (!grant.roles.includes(SCHEMA_PUBLISHER)) {
    throw new PublicError('FORBIDDEN', `This requires the role ${SCHEMA_PUBLISHER}.`);
  }
  if (owner !== undefined && owner !== grant.agency) {
    throw new PublicError('FORBIDDEN', `The documents of the client ${client} belong to ${owner}.`);
  }
  const by = publisherOf(grant, owner ?? grant.agency);
  const documents = readInput(input.manifest);
  await requireValid(registry, system, documents);
  const text = await packContent(JSON.stringify(documents));
  const now = clock();
  await registry.register.change(system, now, async (queries) => {
    const before = await readManifestRecords(queries, client);
    if ((before.at(-1)?.agency ?? by.agency) !== by.agency) {
      throw new PublicError('CONFLICT', 'Another agency has just published documents of this client.');
    }
    const content = await writeContent(queries, text, by, now);
    const values = [client, version, mode ?? (before.length === 0 ? FIRST_MODE : null), text.digest, documents.length];
    const [inserted] = await queries.rows(insertManifest, [...values, by.subject, by.agency, now]);
    if (inserted === undefined) throw new Error('A row just written is not there.');
    return [...content, { event: manifestTable.event, table: manifestTable.name, row: inserted.row, by }];
  });
  await registry.announceDocuments();
  const [record] = await readManifestRecords(database, client);
  if (record === undefined) throw new Error('A row just written is not there.');
  return record;
}

function parsed<Value>(
  name: string,
  type: {
    safeParse(
      value: unknown,
    ): { success: true; data: Value } | { success: false; error: { issues: { message: string }[] } };
  },
  value: string,
): Value {
  const result = type.safeParse(value);
  if (result.success) return result.data;
  throw new PublicError('BAD_USER_INPUT', `${name} is not valid: ${result.error.issues[0]?.message}.`);
}

function readInput(manifest: string): readonly TrustedDocument[] {
  try {
    return readManifestText(manifest);
  } catch (error) {
    if (error instanceof ManifestError) throw new PublicError('BAD_USER_INPUT', listProblems([error.message]));
    throw error;
  }
}

/** Throws BAD_USER_INPUT with what does not fit the schema in service. */
async function requireValid(
  { contents, checks }: Registry,
  { database }: RegisterSystem,
  documents: readonly TrustedDocument[],
): Promise<void> {
  const current = await readSupergraphRecord(database, undefined);
  if (current === undefined) throw new PublicError('CONFLICT', 'The registry has no supergraph yet.');
  const problems = await checks.validate(await contents.read(database, current.digest), documents);
  if (problems.length === 0) return;
  throw new PublicError(
    'BAD_USER_INPUT',
    `These documents do not fit supergraph ${current.number}: ${listProblems(problems)}`,
  );
}
