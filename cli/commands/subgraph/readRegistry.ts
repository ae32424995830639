import { z } from 'zod';
import { CliError } from '../../cliError.ts';
import { askGateway } from '../emou/askGateway.ts';
import { createTable } from '../emou/createTable.ts';
import { connectionOf, type RegistryOptions } from './registryOptions.ts';

type Output = RegistryOptions & { readonly json: boolean };

const Publication = z.object({
  ...{ number: z.number(), version: z.number(), kind: z.string(), state: z.string(), message: z.string() },
  ...{ publishedBy: z.string(), publishedAt: z.string() },
});
const FIELDS = 'number version kind state message publishedBy publishedAt';

/** Prints the subgraphs: as a table, or as JSON. */
export async function list(options: Output): Promise<void> {
  const Data = z.object({
    subgraphs: z.array(
      z.object({
        name: z.string(),
        owner: z.string(),
        current: z.object({ number: z.number(), version: z.number(), routingUrl: z.string() }).nullable(),
        pending: z.object({ number: z.number() }).nullable(),
      }),
    ),
  });
  const query = '{ subgraphs { name owner current { number version routingUrl } pending { number } } }';
  const { subgraphs } = await askGateway(connectionOf(options), query, {}, Data);
  if (options.json) return printJson(subgraphs);
  const table = createTable(['subgraph', 'owner', 'publication', 'version', 'address', 'waits']);
  for (const { name, owner, current, pending } of subgraphs) {
    table.push([name, owner, ...words([current?.number, current?.version, current?.routingUrl, pending?.number])]);
  }
  process.stdout.write(`${table.toString()}\n`);
}

/** Prints the publications of a subgraph, newest first. */
export async function history(subgraph: string, options: Output & { readonly limit: number }): Promise<void> {
  const query = `query ($subgraph: ID, $first: Int) {
    publications(subgraph: $subgraph, first: $first) { edges { node { ${FIELDS} } } } }`;
  const Data = z.object({ publications: z.object({ edges: z.array(z.object({ node: Publication })) }) });
  const variables = { subgraph, first: options.limit };
  const { publications } = await askGateway(connectionOf(options), query, variables, Data);
  const all = publications.edges.map(({ node }) => node);
  if (options.json) return printJson(all);
  const table = createTable(['publication', 'version', 'kind', 'state', 'by', 'when', 'message']);
  for (const each of all) {
    const { number, version, kind, state, publishedBy, publishedAt, message } = each;
    table.push([number, version, kind, state, publishedBy, publishedAt, message]);
  }
  process.stdout.write(`${table.toString()}\n`);
}

/** Prints the SDL of a subgraph, or its datasets: of the publication in service, or of an earlier one. */
export async function fetchSubgraph(
  subgraph: string,
  options: RegistryOptions & { readonly publication?: number | undefined; readonly datasets: boolean },
): Promise<void> {
  const { sdl, datasets } = await textsOf(subgraph, options.publication, options);
  process.stdout.write(options.datasets ? datasets : `${sdl.trimEnd()}\n`);
}

/** Prints the lines that differ between two publications. */
export async function diff(
  subgraph: string,
  options: RegistryOptions & { readonly from: number; readonly to?: number | undefined },
): Promise<void> {
  const [before, after] = await Promise.all(
    [options.from, options.to].map((number) => textsOf(subgraph, number, options)),
  );
  const { changedLines } = await import('./changedLines.ts');
  for (const part of ['sdl', 'datasets'] as const) {
    for (const line of changedLines(before?.[part] ?? '', after?.[part] ?? '')) process.stdout.write(`${line}\n`);
  }
}

async function textsOf(
  subgraph: string,
  number: number | undefined,
  options: RegistryOptions,
): Promise<{ readonly sdl: string; readonly datasets: string }> {
  const Texts = z.object({ subgraph: z.string(), sdl: z.string().nullable(), datasets: z.string().nullable() });
  const connection = connectionOf(options);
  const found =
    number === undefined
      ? await inService()
      : (
          await askGateway(
            connection,
            'query ($number: Int!) { publication(number: $number) { subgraph sdl datasets } }',
            { number },
            z.object({ publication: Texts.nullable() }),
          )
        ).publication;
  if (found?.subgraph !== subgraph || found.sdl === null || found.datasets === null) {
    throw new CliError(`There is no such publication of ${subgraph}. See: person360 subgraph history ${subgraph}`);
  }
  return { sdl: found.sdl, datasets: found.datasets };

  async function inService(): Promise<z.infer<typeof Texts> | undefined> {
    const Data = z.object({ subgraphs: z.array(z.object({ name: z.string(), current: Texts.nullable() })) });
    const query = '{ subgraphs { name current { subgraph sdl datasets } } }';
    const { subgraphs } = await askGateway(connection, query, {}, Data);
    return subgraphs.find(({ name }) => name === subgraph)?.current ?? undefined;
  }
}

function words(values: readonly (string | number | undefined)[]): readonly (string | number)[] {
  return values.map((value) => value ?? '');
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
