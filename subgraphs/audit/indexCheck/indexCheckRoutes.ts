import { Router } from 'express';
import type { SubgraphRoutes, SubgraphSystem } from '../../kit/subgraphDefinition.ts';
import { readCompleteness } from './completeness.ts';
import { startIndexCheckJob } from './indexCheckJob.ts';

/**
 * `/health/log`: 503 if lookups may miss entries. `/metrics`: the same as numbers. Neither names persons or requesters.
 */
export function indexCheckRoutes(system: SubgraphSystem): SubgraphRoutes {
  const job = startIndexCheckJob(system);
  const router = Router();
  router.get('/health/log', async (_request, response) => {
    const { complete, mismatches, mismatchSince, comparedSince } = await readCompleteness(
      system.database,
      system.clock,
    );
    const status = complete ? 'complete' : mismatches > 0 ? 'mismatch' : 'being compared';
    response.status(mismatches > 0 ? 503 : 200).json({ status, mismatches, mismatchSince, comparedSince });
  });
  router.get('/metrics', async (_request, response) => {
    const { mismatches, checkedThrough, comparedSince } = await readCompleteness(system.database, system.clock);
    const checked = checkedThrough.reduce((sum, tree) => sum + tree.checked, 0);
    const entries = checkedThrough.reduce((sum, tree) => sum + tree.entries, 0);
    const since = comparedSince == null ? 0 : new Date(comparedSince).getTime() / 1_000;
    response.type('text/plain').send(
      [
        ['person360_audit_index_mismatches', 'Places where the index of the log differs from its entries.', mismatches],
        ['person360_audit_index_checked_entries', 'Entries compared with the index at least once.', checked],
        ['person360_audit_index_entries', 'Entries of all trees.', entries],
        [
          'person360_audit_index_compared_since_seconds',
          'Unix time after which every entry was compared; 0 until then.',
          since,
        ],
      ]
        .map(([name, help, value]) => `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}\n`)
        .join(''),
    );
  });
  return { router, stop: () => job.stop() };
}
