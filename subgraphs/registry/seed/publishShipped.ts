import { type Publication, publicationText } from '../../../schema/publishing/publication.ts';
import type { AdministrationWrite } from '../../kit/administration/loggedTable.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import type { CheckReport } from '../checks/checkReport.ts';
import type { Actor } from '../commands/actor.ts';
import { writePublication, writeSupergraph } from '../commands/writePublication.ts';
import { type PackedContent, packContent, writeContent } from '../content/contentStore.ts';
import type { RegisterSystem, Registry } from '../registry.ts';
import { readSubgraphRecords } from '../state/publicationRecord.ts';
import { type RegistryState, readRegistryState } from '../state/registryState.ts';
import type { ShippedSchema } from './shippedSchema.ts';

/** Named in the log for what came with the product. */
const INSTALLATION: Actor = { subject: 'installation', agency: 'DOIT' };

interface LastShipped {
  readonly subgraph: string;
  readonly digest: string;
}

const lastShipped = statement<LastShipped>(
  'registry.lastShipped',
  `select distinct on (subgraph) subgraph, digest from publication where kind = 'shipped'
   order by subgraph, number desc`,
);

/**
 * Publishes the schema that the product comes with: on the first start all of it, after an upgrade what has changed.
 * A subgraph that its agency has published since is left alone. Composes nothing unless agencies have published.
 */
export async function publishShipped(
  registry: Registry,
  system: RegisterSystem,
  { publications, supergraph }: ShippedSchema,
): Promise<void> {
  const shipped = await Promise.all(
    publications.map(async (publication) => ({ publication, text: await packContent(publicationText(publication)) })),
  );
  const { database, clock } = system;
  if (!(await isOutdated(database, shipped))) return;
  const now = clock();
  let conflict: { readonly state: RegistryState; readonly changed: readonly Publication[] } | undefined;
  const composed = await packContent(supergraph);
  await registry.register.change(system, now, async (queries) => {
    const changed = await changedSince(queries, shipped);
    const state = await readRegistryState(queries, registry.contents);
    const isOnlyShipped = state === undefined || (await comesWithProduct(queries, state, publications));
    conflict = undefined;
    if (changed.length === 0) return [];
    if (isOnlyShipped) return await writeAll(queries, state, changed, composed, now);
    conflict = { state, changed: changed.map(({ publication }) => publication) };
    return [];
  });
  if (conflict !== undefined) await publishBesideOthers(registry, system, conflict, shipped);
}

type Shipped = { readonly publication: Publication; readonly text: PackedContent };

async function isOutdated(queries: Queries, shipped: readonly Shipped[]): Promise<boolean> {
  return (await changedSince(queries, shipped)).length > 0;
}

/** Shipped publications that were not shipped before, or differently, and that nobody has replaced. */
async function changedSince(queries: Queries, shipped: readonly Shipped[]): Promise<readonly Shipped[]> {
  const before = new Map((await queries.rows(lastShipped, [])).map(({ subgraph, digest }) => [subgraph, digest]));
  const effective = new Map((await readSubgraphRecords(queries)).map((each) => [each.name, each.effective]));
  return shipped.filter(({ publication: { subgraph }, text }) => {
    const last = effective.get(subgraph);
    return before.get(subgraph) !== text.digest && (last === undefined || last.kind === 'SHIPPED');
  });
}

/** True if everything in service came with the product, so that the shipped supergraph is composed of it. */
async function comesWithProduct(
  queries: Queries,
  { publications }: RegistryState,
  shipped: readonly Publication[],
): Promise<boolean> {
  const records = await readSubgraphRecords(queries);
  const isShipped = records.every(({ effective }) => effective === undefined || effective.kind === 'SHIPPED');
  const names = new Set(shipped.map(({ subgraph }) => subgraph));
  return isShipped && publications.every(({ subgraph }) => names.has(subgraph));
}

async function writeAll(
  queries: Queries,
  state: RegistryState | undefined,
  changed: readonly Shipped[],
  supergraph: PackedContent,
  now: Date,
): Promise<readonly AdministrationWrite[]> {
  const writes: AdministrationWrite[] = [];
  const numbers: Record<string, number> = { ...state?.supergraph.publications };
  for (const { publication, text } of changed) {
    const { subgraph, message, datasets } = publication;
    const basedOn = numbers[subgraph] ?? null;
    writes.push(...(await writeContent(queries, text, INSTALLATION, now)));
    const made = { subgraph, message, basedOn, owner: datasets.owner, digest: text.digest };
    const written = await writePublication(
      queries,
      { ...made, kind: 'shipped', repeats: null, secondPersonBecause: [] },
      INSTALLATION,
      now,
    );
    numbers[subgraph] = written.number;
    writes.push(written.write);
  }
  writes.push(...(await writeContent(queries, supergraph, INSTALLATION, now)));
  const made = { digest: supergraph.digest, publications: numbers, becauseOf: null, findings: {} };
  writes.push((await writeSupergraph(queries, made, INSTALLATION, now)).write);
  return writes;
}

/** Composes the new schema with what agencies have published. If they do not fit together, the old schema stays. */
async function publishBesideOthers(
  registry: Registry,
  system: RegisterSystem,
  { state, changed }: { readonly state: RegistryState; readonly changed: readonly Publication[] },
  shipped: readonly Shipped[],
): Promise<void> {
  const names = new Set(changed.map(({ subgraph }) => subgraph));
  const [candidate, ...others] = changed;
  if (candidate === undefined) return;
  const kept = state.publications.filter(({ subgraph }) => !names.has(subgraph));
  const report: CheckReport = await registry.checks.check({
    current: [...kept, ...others],
    candidate,
    accepted: [],
    approvals: [],
    use: { documents: [], usage: [] },
    today: system.clock().toISOString().slice(0, 10),
  });
  const { log, name } = system;
  if (report.supergraph === undefined) {
    const [first] = report.findings;
    const event = `The schema that came with the product does not fit what agencies have published: ${first?.message}`;
    log({ level: 'error', system: name, event, code: 'NOT_COMPOSED' });
    return;
  }
  const supergraph = await packContent(report.supergraph);
  const texts = shipped.filter(({ publication }) => names.has(publication.subgraph));
  const now = system.clock();
  await registry.register.change(system, now, async (queries) => {
    const current = await readRegistryState(queries, registry.contents);
    if (current?.supergraph.number !== state.supergraph.number) return [];
    return await writeAll(queries, current, texts, supergraph, now);
  });
}
