import { catalogueOfServed } from '../../../schema/publishing/servedSupergraph.ts';
import type { SubgraphSystem } from '../../kit/subgraphDefinition.ts';
import type { PublishedSchema } from '../../publishedSchema/followRegistry.ts';
import { datasetFields } from './datasetFields.ts';
import type { LiveCatalogue } from './liveCatalogue.ts';

/** Replaces the catalog whenever agencies publish: a dataset can be requested as soon as it is in service. */
export function followCatalogue(
  published: PublishedSchema,
  replace: LiveCatalogue['replace'],
  { log, name: system }: Pick<SubgraphSystem, 'log' | 'name'>,
): { readonly onChange: (changed: () => void) => () => void; readonly stop: () => void } {
  const listeners = new Set<() => void>();

  function apply(): void {
    const served = published.current();
    if (served === undefined) return;
    try {
      replace(catalogueOfServed(served), datasetFields([served.sdl]));
      for (const changed of listeners) changed();
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown error';
      log({
        level: 'error',
        system,
        event: `The datasets of supergraph ${served.number} were not accepted. ${reason}`,
      });
    }
  }

  apply();
  const end = published.onChange(apply);
  return {
    onChange(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    stop: end,
  };
}
