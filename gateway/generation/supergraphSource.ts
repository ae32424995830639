import type { SystemDatasets } from '../../schema/catalog/datasetCatalogue.ts';
import type { SupergraphVersion } from './supergraphVersion.ts';

/** Where the supergraphs of a gateway come from. */
export interface SupergraphSource<Version> {
  /** Those to start with, the best first. Never empty. */
  readonly first: readonly Version[];
  /** False if no other supergraph ever follows. */
  readonly changes: boolean;
  /** Calls back for each supergraph that follows. */
  follow(change: (version: Version) => void): void;
  /** Datasets with which the rules of composition are applied again; undefined: they are not. */
  checkedWith(version: Version): readonly SystemDatasets[] | undefined;
  /** Called when a supergraph serves its first request. */
  served(version: Version): void;
  /** Called when a supergraph is refused. */
  refused(number: number, reason: string): void;
  /** Warning for the operator; undefined: none. */
  readonly alarm: string | undefined;
}

/**
 * One supergraph for as long as the gateway runs. It is the operator's own, so the rules of composition are not applied
 * again; a field without a guard is denied in any case.
 */
export function fixedSource<Version extends Pick<SupergraphVersion, 'number'>>(
  version: Version,
): SupergraphSource<Version> {
  return {
    first: [version],
    changes: false,
    follow: () => undefined,
    checkedWith: () => undefined,
    served: () => undefined,
    refused: () => undefined,
    alarm: undefined,
  };
}
