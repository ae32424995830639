import type { FeedKey } from '../../../feed/feedKey.ts';
import { startFeedPublisher } from '../../../feed/feedPublisher.ts';
import { createFeedRouter } from '../../../feed/feedRouter.ts';
import type { KeySet } from '../../../keys/keySet.ts';
import { LogTampered, TablesDiffer } from '../../kit/administration/logErrors.ts';
import type { SubgraphRoutes, SubgraphSystem } from '../../kit/subgraphDefinition.ts';
import { changeRegister } from '../register/changeRegister.ts';
import { isGateway } from '../register/commands/gatewayOnly.ts';
import { ensureIndex } from '../register/index/ensureIndex.ts';
import { createRegisterCheck } from '../register/log/checkRegister.ts';
import type { LoggedRules } from '../register/register.ts';
import { openApprovalSource } from './approvalSource.ts';
import { createFeedWitness } from './register/feedWitness.ts';
import { isRegistryToken } from './registryToken.ts';

export interface FeedLimits {
  /** Heartbeat interval. Also the longest that a lost notification delays a change. */
  readonly heartbeatMs: number;
  /** How long a reader may leave sent data unread. */
  readonly drainMs: number;
  readonly maxReaders: number;
  /**
   * Interval between comparisons of the whole register with the log; longer if a comparison takes more than a twentieth
   * of it.
   */
  readonly checkEveryMs: number;
}

export interface FeedSettings {
  readonly key: FeedKey;
  readonly rules: LoggedRules;
  readonly limits: FeedLimits;
  /** The registry's public keys; undefined: it may not read the feed. */
  readonly registryKeys: () => Pick<KeySet, 'find'> | undefined;
  /** Calls back after every change of the catalog, which may open or close approvals. */
  readonly onCatalogueChange: (changed: () => void) => () => void;
}

export const defaultFeedLimits: FeedLimits = {
  heartbeatMs: 2_000,
  drainMs: 10_000,
  maxReaders: 200,
  checkEveryMs: 10_000,
};

/**
 * `GET /feed`: the approval feed, for gateways, whose own grants name nobody. `GET /.well-known/jwks.json`: the public
 * key that verifies it.
 */
export async function openFeedRoutes(system: SubgraphSystem, settings: FeedSettings): Promise<SubgraphRoutes> {
  const { key, rules, limits } = settings;
  const { name, log, clock, databaseUrl, grants } = system;
  const register = { ...rules, database: system.database, clock };
  const check = createRegisterCheck(register);
  const source = {
    databaseUrl,
    clock,
    key,
    rules,
    prepare: async () => {
      // Completes what a process left unfinished, and imports a register that is older than its log.
      await changeRegister(register, () => Promise.resolve());
      await ensureIndex(register);
      await check();
    },
    witness: createFeedWitness({ register, check, checkEveryMs: limits.checkEveryMs }),
  };
  const publisher = startFeedPublisher({
    openSource: (onChange) => openApprovalSource(source, onChange),
    heartbeatMs: limits.heartbeatMs,
    onLost: (error) => {
      const { code, message } = reasonOf(error);
      const why = message ?? 'The register or its log cannot be read.';
      log({ level: 'error', system: name, event: `The feed sends no approvals. ${why}`, code });
    },
    onRecovered: () => log({ level: 'info', system: name, event: 'The feed sends approvals again.' }),
  });
  // Brings an index that is behind up to date before the first response; if the database is down, that has to wait.
  await publisher.refresh().catch(async (error: unknown) => {
    if (!(error instanceof TablesDiffer || error instanceof LogTampered)) return;
    await publisher.stop();
    throw error;
  });
  const router = createFeedRouter({
    publisher,
    key,
    limits,
    async admit(request) {
      const verdict = await grants.verify(request.headers.authorization);
      if (verdict.kind === 'unavailable') return verdict;
      if (verdict.kind === 'refused') {
        const keys = settings.registryKeys();
        const isRegistry = keys !== undefined && (await isRegistryToken(request.headers.authorization, keys, clock()));
        return isRegistry ? { kind: 'admitted' } : { kind: 'refused', status: 401 };
      }
      // A caller's grant reached emou with a request, which is no reason to reveal every approval of the state.
      return isGateway(verdict.grant.claims) ? { kind: 'admitted' } : { kind: 'refused', status: 403 };
    },
  });

  const end = settings.onCatalogueChange(() => {
    publisher.refresh().catch(() => {
      // Reported by the publisher; the gateways notice the silence.
    });
  });
  return {
    router,
    stop: () => {
      end();
      return publisher.stop();
    },
  };
}

/** Omits a driver's message, which may contain the address and the user. */
function reasonOf(error: unknown): { readonly code: string; readonly message?: string } {
  if (error instanceof TablesDiffer) return { code: 'TABLES_DIFFER', message: error.message };
  if (error instanceof LogTampered) return { code: 'LOG_TAMPERED', message: error.message };
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return { code: error.code };
  return { code: error instanceof Error ? error.name : 'UNKNOWN' };
}
