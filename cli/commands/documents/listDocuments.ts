import { z } from 'zod';
import { askGateway } from '../emou/askGateway.ts';
import { createTable } from '../emou/createTable.ts';
import { connectionOf, type RegistryOptions } from '../subgraph/registryOptions.ts';

const Listed = z.object({
  documents: z.array(
    z.object({
      client: z.string(),
      version: z.string(),
      mode: z.string().nullable(),
      documents: z.number(),
      agency: z.string(),
      publishedBy: z.string(),
      publishedAt: z.string(),
    }),
  ),
});

/** Prints what was published, newest first: as a table, or as JSON. */
export async function listDocuments(
  options: RegistryOptions & { readonly client?: string | undefined; readonly json: boolean },
): Promise<void> {
  const { client = null, json } = options;
  const query = `query ($client: String) {
    documents(client: $client) { client version mode documents agency publishedBy publishedAt } }`;
  const { documents } = await askGateway(connectionOf(options), query, { client }, Listed);
  if (json) {
    process.stdout.write(`${JSON.stringify(documents, null, 2)}\n`);
    return;
  }
  const table = createTable(['client', 'version', 'mode', 'documents', 'agency', 'by', 'when']);
  for (const each of documents) {
    const { version, mode, agency, publishedBy, publishedAt } = each;
    table.push([each.client, version, mode?.toLowerCase() ?? '', each.documents, agency, publishedBy, publishedAt]);
  }
  process.stdout.write(`${table.toString()}\n`);
}
