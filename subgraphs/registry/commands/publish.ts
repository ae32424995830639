import { type Publication, publicationText } from '../../../schema/publishing/publication.ts';
import type { AdministrationWrite } from '../../kit/administration/loggedTable.ts';
import type { Queries } from '../../kit/database/database.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import type { CheckReport } from '../checks/checkReport.ts';
import { readSchemaUse } from '../checks/readUse.ts';
import { type PackedContent, packContent, writeContent } from '../content/contentStore.ts';
import type { RegisterSystem, Registry } from '../registry.ts';
import type { SubgraphRecord } from '../state/publicationRecord.ts';
import { type RegistryState, readRegistryState } from '../state/registryState.ts';
import { readAcceptedFindings } from './acceptFinding.ts';
import type { Actor } from './actor.ts';
import { findSubgraph } from './requireSubgraph.ts';
import { type NewPublication, writeDecision, writePublication, writeSupergraph } from './writePublication.ts';

/** A change of one subgraph that somebody wants. */
export interface WantedChange {
  readonly subgraph: string;
  readonly candidate: Publication | { readonly retire: string };
}

export interface Submission extends WantedChange {
  readonly kind: 'publish' | 'rollback' | 'retire';
  readonly owner: string;
  /** Number of the publication that its author saw in service. */
  readonly basedOn: number | null;
  readonly repeats: number | null;
  readonly message: string;
}

export interface Outcome {
  /** Undefined if the checks stopped it. */
  readonly publication: number | undefined;
  /** Undefined if nothing took effect. */
  readonly supergraph: number | undefined;
  readonly checks: CheckReport;
}

/** Others may publish while the checks run; then they run again. */
const MOST_ATTEMPTS = 4;

/** What was checked: it is written only if this is still what is in service. */
interface Checked {
  readonly state: RegistryState;
  readonly report: CheckReport;
  readonly supergraph: PackedContent | undefined;
}

/**
 * Publishes, if the checks pass: at once, or once a second person approves. Throws CONFLICT if the author did not see
 * what is in service now. Everything is in the log before it takes effect, and all of it or nothing.
 */
export async function submit(
  registry: Registry,
  system: RegisterSystem,
  wanted: Submission,
  by: Actor,
): Promise<Outcome> {
  const { candidate, kind, owner, basedOn, repeats, message, subgraph } = wanted;
  requireCurrent(await findSubgraph(system.database, subgraph), wanted);
  const text = 'retire' in candidate ? undefined : await packContent(publicationText(candidate));
  return await attempt(registry, system, wanted, async (checked, queries, now) => {
    requireCurrent(await findSubgraph(queries, subgraph), wanted);
    const { secondPersonBecause } = checked.report;
    const made: NewPublication = {
      ...{ subgraph, kind, owner, digest: text?.digest ?? null, basedOn, repeats, message, secondPersonBecause },
    };
    const contents = text === undefined ? [] : await writeContent(queries, text, by, now);
    const publication = await writePublication(queries, made, by, now);
    const writes = [...contents, publication.write];
    if (secondPersonBecause.length > 0) return { publication: publication.number, supergraph: undefined, writes };
    const composed = await putIntoService(queries, checked, wanted, publication.number, by, now);
    return {
      publication: publication.number,
      supergraph: composed.number,
      writes: [...writes, ...composed.writes],
    };
  });
}

/** Approves what waits. It is checked again, because others may have published since. */
export async function approve(
  registry: Registry,
  system: RegisterSystem,
  pending: WantedChange & { readonly number: number; readonly basedOn: number | null; readonly reason: string },
  by: Actor,
): Promise<Outcome> {
  const { number, reason, subgraph } = pending;
  return await attempt(registry, system, pending, async (checked, queries, now) => {
    const record = await findSubgraph(queries, subgraph);
    if (record?.pending?.number !== number) {
      throw new PublicError('CONFLICT', `Publication ${number} was decided meanwhile. Nothing was changed.`);
    }
    if ((record.effective?.number ?? null) !== pending.basedOn) {
      throw new PublicError('CONFLICT', `Publication ${number} is older than what is in service. Reject it.`);
    }
    const decision = await writeDecision(queries, { number, outcome: 'approved', reason }, by, now);
    const composed = await putIntoService(queries, checked, pending, number, by, now);
    return { publication: number, supergraph: composed.number, writes: [decision.write, ...composed.writes] };
  });
}

type Write = (
  checked: Checked,
  queries: Queries,
  now: Date,
) => Promise<{
  readonly publication: number;
  readonly supergraph: number | undefined;
  readonly writes: readonly AdministrationWrite[];
}>;

async function attempt(
  registry: Registry,
  system: RegisterSystem,
  wanted: WantedChange,
  write: Write,
): Promise<Outcome> {
  for (let count = 1; count <= MOST_ATTEMPTS; count++) {
    const checked = await check(registry, system, wanted);
    const { report } = checked;
    if (report.outcome === 'stopped') return { publication: undefined, supergraph: undefined, checks: report };
    const done = await writeIfCurrent(registry, system, checked, write);
    if (done === 'moved') continue;
    if (done.supergraph !== undefined) await registry.announce();
    return { ...done, checks: report };
  }
  throw new PublicError('CONFLICT', 'Others are publishing at this moment. Nothing was changed. Try again.');
}

/** Runs the checks against what is in service now. */
export async function check(registry: Registry, system: RegisterSystem, wanted: WantedChange): Promise<Checked> {
  const state = await requireState(registry, system);
  const accepted = await readAcceptedFindings(system.database, wanted.subgraph);
  const report = await registry.checks.check({
    current: state.publications,
    candidate: wanted.candidate,
    accepted: accepted.map(({ fingerprint }) => fingerprint),
    approvals: registry.approvals(),
    use: await readSchemaUse(system.database, registry.contents, system.clock()),
    today: system.clock().toISOString().slice(0, 10),
  });
  const supergraph = report.supergraph === undefined ? undefined : await packContent(report.supergraph);
  return { state, report, supergraph };
}

async function requireState({ contents }: Registry, { database }: RegisterSystem): Promise<RegistryState> {
  const state = await readRegistryState(database, contents);
  if (state === undefined) throw new Error('The registry has no supergraph yet.');
  return state;
}

async function writeIfCurrent(registry: Registry, system: RegisterSystem, checked: Checked, write: Write) {
  const now = system.clock();
  let done: Awaited<ReturnType<Write>> | 'moved' = 'moved';
  await registry.register.change(system, now, async (queries) => {
    done = 'moved';
    const state = await readRegistryState(queries, registry.contents);
    if (state?.supergraph.number !== checked.state.supergraph.number) return [];
    done = await write(checked, queries, now);
    return done.writes;
  });
  // TypeScript does not see the assignments of the function above.
  return done as Awaited<ReturnType<Write>> | 'moved';
}

async function putIntoService(
  queries: Queries,
  { state, report, supergraph }: Checked,
  { subgraph, candidate }: WantedChange,
  publication: number,
  by: Actor,
  now: Date,
): Promise<{ readonly number: number; readonly writes: readonly AdministrationWrite[] }> {
  if (supergraph === undefined) throw new Error('A publication that passed its checks was not composed.');
  const { [subgraph]: _, ...others } = state.supergraph.publications;
  const made = {
    digest: supergraph.digest,
    publications: 'retire' in candidate ? others : { ...others, [subgraph]: publication },
    becauseOf: publication,
    findings: countByCode(report),
  };
  const contents = await writeContent(queries, supergraph, by, now);
  const written = await writeSupergraph(queries, made, by, now);
  return { number: written.number, writes: [...contents, written.write] };
}

function countByCode({ findings }: CheckReport): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** Throws CONFLICT for a publication that was written for another state: a late one, or one that is sent again. */
function requireCurrent(record: SubgraphRecord | undefined, { basedOn, subgraph }: Submission): void {
  const current = record?.effective?.number ?? null;
  if (record?.pending !== undefined) {
    throw new PublicError(
      'CONFLICT',
      `Publication ${record.pending.number} of ${subgraph} waits for a second person. It has to be approved or rejected first.`,
    );
  }
  if (current === basedOn) return;
  throw new PublicError(
    'CONFLICT',
    current === null
      ? `Nothing of ${subgraph} is published. Leave out basedOn.`
      : `This was written for publication ${basedOn ?? 'none'} of ${subgraph}, but ${current} is in service. Look at what ` +
          `changed, and publish for ${current} (basedOn).`,
  );
}
