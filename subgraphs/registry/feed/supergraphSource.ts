import { createChangeLog } from '../../../feed/changeLog.ts';
import type { FeedFrames } from '../../../feed/feedFrames.ts';
import type { FeedKey } from '../../../feed/feedKey.ts';
import type { FeedSource } from '../../../feed/feedSource.ts';
import { feedFrame, signFeedEvent } from '../../../feed/signFeedEvent.ts';
import type { RegistryEvent } from '../../../schema/publishing/registryFeed.ts';
import type { ServedSupergraph } from '../../../schema/publishing/servedSupergraph.ts';
import { TablesDiffer } from '../../kit/administration/logErrors.ts';
import type { LoggedRow } from '../../kit/administration/loggedTable.ts';
import { useUtc } from '../../kit/administration/transactionSettings.ts';
import { statement } from '../../kit/database/statement.ts';
import type { RegisterSystem, Registry } from '../registry.ts';
import { readServedSupergraph } from '../state/registryState.ts';
import { readSupergraphRecord } from '../state/supergraphRecord.ts';
import { supergraphTable } from '../tables.ts';

interface Served {
  readonly supergraph: ServedSupergraph;
  readonly digest: string;
}

const rowOf = statement<{ readonly row: LoggedRow }>(
  'registry.supergraphRow',
  'select to_jsonb(supergraph) as row from supergraph where number = $1',
);

/** The supergraph in service as the feed's state. Nothing is signed that is not in the log. */
export function openSupergraphSource(
  { register, contents }: Pick<Registry, 'register' | 'contents'>,
  { database, clock }: RegisterSystem,
  key: FeedKey,
): FeedSource {
  const log = createChangeLog();
  let served: Served | undefined;
  /** Signed once for all readers that begin with it. */
  let event: string | undefined;

  async function readServed(): Promise<Served> {
    await register.follow();
    const record = await readSupergraphRecord(database, undefined);
    if (record === undefined) throw new Error('The registry has no supergraph yet.');
    const { number, digest } = record;
    // Rows never change, so a number stands for one supergraph.
    if (served?.supergraph.number === number && served.digest === digest) return served;
    if (served !== undefined && number < served.supergraph.number) {
      throw new Error(`The registry went back from supergraph ${served.supergraph.number} to ${number}.`);
    }
    const [found] = await database.transaction(async (queries) => {
      await queries.rows(useUtc, []);
      return await queries.rows(rowOf, [number]);
    });
    // The entry may be newer than what was read of the log.
    await register.follow();
    if (found === undefined || !register.isRecorded(supergraphTable, found.row)) {
      throw new TablesDiffer('of the registry', `supergraph ${number} is not as the log recorded it`);
    }
    return { supergraph: await readServedSupergraph(database, contents, record), digest };
  }

  return {
    log,
    async read() {
      const iat = Math.floor(clock().getTime() / 1000);
      const before = served;
      served = await readServed();
      if (served !== before) event = undefined;
      return { frames: framesOf(served, iat), restarted: false, changesInMs: Number.POSITIVE_INFINITY };
    },
    close: () => Promise.resolve(),
  };

  function framesOf({ supergraph, digest }: Served, iat: number): FeedFrames {
    const revision = supergraph.number;
    const common = { iss: 'person360-registry', iat, revision } as const;
    let heartbeat: string | undefined;
    const frame = (made: RegistryEvent): string =>
      feedFrame(made.kind, log.eventId(revision), signFeedEvent(key, made));
    function since(base: number | undefined): string | undefined {
      if (base !== revision) return undefined;
      heartbeat ??= frame({ ...common, kind: 'heartbeat', number: supergraph.number });
      return heartbeat;
    }
    return {
      revision,
      since,
      snapshot() {
        event ??= frame({ ...common, kind: 'supergraph', supergraph, sha256: digest });
        // The heartbeat says how recent it is.
        return Promise.resolve(event + (since(revision) ?? ''));
      },
    };
  }
}
