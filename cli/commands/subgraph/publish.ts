import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { askGateway } from '../emou/askGateway.ts';
import { CHECK_REPORT, CheckReport, printReport, type ReportFormat } from './findings.ts';
import { readPublication, type SubgraphFiles } from './readPublication.ts';
import { connectionOf, type RegistryOptions } from './registryOptions.ts';

const PAYLOAD = `publication { number version state } supergraph { number } checks { ${CHECK_REPORT} }`;
const Payload = z.object({
  publication: z.object({ number: z.number(), version: z.number(), state: z.string() }).nullable(),
  supergraph: z.object({ number: z.number() }).nullable(),
  checks: CheckReport.nullable(),
});

export interface PublishOptions extends RegistryOptions, SubgraphFiles {
  readonly routingUrl: string;
  readonly message: string;
  readonly basedOn?: number | undefined;
  readonly format: ReportFormat;
}

/** Publishes a subgraph from its files. Resolves to false if the checks stopped it. */
export async function publish(subgraph: string, options: PublishOptions): Promise<boolean> {
  const { contact } = readPublication(subgraph, options);
  const { routingUrl, personKey, message } = options;
  const input = {
    ...{ subgraph, routingUrl, personKey, message, contact },
    sdl: readFileSync(options.sdl, 'utf8'),
    datasets: readFileSync(options.datasets, 'utf8'),
    basedOn: options.basedOn ?? (await currentNumber(subgraph, options)),
  };
  return await send('publishSubgraph', 'PublishSubgraphInput', input, options);
}

export async function rollback(
  subgraph: string,
  options: RegistryOptions & { readonly to: number; readonly message: string; readonly format: ReportFormat },
): Promise<boolean> {
  const basedOn = await currentNumber(subgraph, options);
  const input = { subgraph, to: options.to, message: options.message, basedOn };
  return await send('rollbackSubgraph', 'RollbackSubgraphInput', input, options);
}

export async function retire(
  subgraph: string,
  options: RegistryOptions & { readonly message: string; readonly format: ReportFormat },
): Promise<boolean> {
  const input = { subgraph, message: options.message, basedOn: await currentNumber(subgraph, options) };
  return await send('retireSubgraph', 'RetireSubgraphInput', input, options);
}

/** Decides as the second person. */
export async function decide(
  decision: 'approve' | 'reject',
  number: number,
  options: RegistryOptions & { readonly why: string; readonly format: ReportFormat },
): Promise<boolean> {
  return await send(`${decision}Publication`, 'DecidePublicationInput', { number, reason: options.why }, options);
}

/** Accepts a finding that stops a publication, until the subgraph is published. */
export async function accept(
  subgraph: string,
  fingerprint: string,
  options: RegistryOptions & { readonly why: string },
): Promise<boolean> {
  const query = `mutation ($input: AcceptFindingInput!) { acceptFinding(input: $input) { accepted { acceptedAt } } }`;
  const input = { subgraph, fingerprint, reason: options.why };
  await askGateway(connectionOf(options), query, { input }, z.object({ acceptFinding: z.unknown() }));
  process.stderr.write(`Accepted. Publish ${subgraph} now: this holds until its next publication is in service.\n`);
  return true;
}

async function send(
  mutation: string,
  type: string,
  input: Readonly<Record<string, unknown>>,
  options: RegistryOptions & { readonly format: ReportFormat },
): Promise<boolean> {
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${PAYLOAD} } }`;
  const data = await askGateway(connectionOf(options), query, { input }, z.record(z.string(), Payload));
  const payload = data[mutation];
  if (payload === undefined) return false;
  if (payload.checks !== null) printReport(payload.checks, options.format);
  const { publication, supergraph } = payload;
  if (publication === null) return false;
  process.stderr.write(`Publication ${publication.number} ${outcomeOf(publication.state, supergraph?.number)}.\n`);
  return true;
}

function outcomeOf(state: string, supergraph: number | undefined): string {
  if (state === 'REJECTED') return 'is rejected';
  return supergraph === undefined ? 'waits for a second person' : `is in service with supergraph ${supergraph}`;
}

/** Number of what is in service; null before the first publication. */
async function currentNumber(subgraph: string, options: RegistryOptions): Promise<number | null> {
  const Data = z.object({ subgraphs: z.array(z.object({ name: z.string(), basedOn: z.number().nullable() })) });
  const { subgraphs } = await askGateway(connectionOf(options), '{ subgraphs { name basedOn } }', {}, Data);
  return subgraphs.find(({ name }) => name === subgraph)?.basedOn ?? null;
}
