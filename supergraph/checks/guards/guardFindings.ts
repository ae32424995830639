import type { CheckContext } from '../checkContext.ts';
import type { Draft } from '../finding.ts';
import { datasetFindings } from './datasets.ts';
import { foreignDatasets } from './foreignDatasets.ts';
import { hardBarFindings } from './hardBars.ts';
import { nameFindings } from './names.ts';
import { personKeyFindings } from './personKeys.ts';
import { takeoverFindings } from './takeovers.ts';
import { textFindings } from './texts.ts';

/**
 * Check 2, the part that needs no composition: what belongs to others, what law bars, and texts that mislead. The rules
 * for guards of the composed graph are in supergraph/compose.
 */
export function guardFindings(context: CheckContext): readonly Draft[] {
  const { candidate, document } = context;
  if (candidate === undefined) return [];
  const known = { ...context, candidate };
  const ofDatasets = [...datasetFindings(known), ...textFindings(known)];
  if (document === undefined) return ofDatasets;
  return [
    ...ofDatasets,
    ...hardBarFindings(known, document),
    ...nameFindings(known, document),
    ...takeoverFindings(known, document),
    ...personKeyFindings(known, document),
    ...foreignDatasets(known, document),
  ];
}
