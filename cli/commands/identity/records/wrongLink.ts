import { z } from 'zod';
import { CliError } from '../../../cliError.ts';
import { askGateway } from '../../emou/askGateway.ts';
import type { ConnectionOptions } from '../../emou/connectionOptions.ts';
import { createTable } from '../../emou/createTable.ts';
import { print } from '../../emou/requests/requestRow.ts';

const text = z.string().nullable();
const WrongLink = z.object({
  entry: z.object({ id: z.string(), time: text, requester: text, agency: text, purpose: text }).nullable(),
  datasets: z.array(z.string()).nullable(),
  owners: z.array(z.string()).nullable(),
  persons: z.array(z.string()).nullable(),
});
const WrongLinks = z.object({
  wrongLinkDisclosures: z
    .object({
      edges: z.array(z.object({ node: WrongLink })),
      pageInfo: z.object({ hasNextPage: z.boolean().nullable(), endCursor: text }),
      completeness: z.object({ complete: z.boolean(), explanation: z.string() }),
    })
    .nullable(),
});

const QUERY = `query ($changeId: ID!, $after: String) { wrongLinkDisclosures(changeId: $changeId, first: 200, after: $after) {
  edges { node { entry { id time requester agency purpose } datasets owners persons } }
  pageInfo { hasNextPage endCursor } completeness { complete explanation } } }`;

/** Lists every disclosure that was made under a link that this change has ended, with the agencies that notify. */
export async function listWrongLink(changeId: string, options: ConnectionOptions): Promise<void> {
  const found: z.infer<typeof WrongLink>[] = [];
  let after: string | null = null;
  let completeness: { readonly complete: boolean; readonly explanation: string } | undefined;
  do {
    const page = await readPage(changeId, after, options);
    const { edges, pageInfo } = page;
    if (completeness?.complete !== false) completeness = page.completeness;
    found.push(...edges.map(({ node }) => node));
    after = pageInfo.hasNextPage === true ? pageInfo.endCursor : null;
  } while (after !== null);
  print(options.json, { disclosures: found, completeness }, () => {
    const explanation = completeness?.explanation ?? '';
    if (found.length === 0) return `Nothing was shown under the wrong link. Nobody has to be notified.\n${explanation}`;
    const table = createTable(['entry', 'time', 'who', 'purpose', 'datasets', 'owners notify', 'persons']);
    for (const { entry, datasets, owners, persons } of found) {
      const who = `${entry?.requester ?? ''}\n${entry?.agency ?? ''}`;
      const cells = [entry?.id ?? '', entry?.time ?? '', who, entry?.purpose ?? ''];
      table.push([...cells, ...[datasets, owners, persons].map((names) => (names ?? []).join('\n'))]);
    }
    return [table.toString(), explanation].join('\n');
  });
}

async function readPage(changeId: string, after: string | null, options: ConnectionOptions) {
  const { wrongLinkDisclosures } = await askGateway(options, QUERY, { changeId, after }, WrongLinks);
  if (wrongLinkDisclosures !== null) return wrongLinkDisclosures;
  throw new CliError(
    `Change ${changeId} took no records away, or is not in effect. To list changes: person360 identity history`,
  );
}
