import { withPersonKeys } from '../../supergraph/compose/withPersonKeys.ts';
import type { ServeSchema, SubgraphSchema, SubgraphSystem } from '../kit/subgraphDefinition.ts';
import { combinePersonKeys, type PersonKeyFields } from './personKeys.ts';

/** Key fields of Person that agencies publish, by system (ServedSupergraph.personKeys). They change at run time. */
export interface PublishedPersonKeys {
  current(): Readonly<Record<string, string>>;
  /** Calls `changed` after every change, until the returned function is called. */
  onChange(changed: () => void): () => void;
}

/** The keys in the index's own SDL, and no others. */
export const noPublishedKeys: PublishedPersonKeys = {
  current: () => ({}),
  onChange: () => () => undefined,
};

export interface FollowedKeys {
  /** The keys in service. */
  current(): PersonKeyFields;
  stop(): Promise<void>;
}

/**
 * Serves every published key, starting with the current ones. Keys that cannot be served, such as one that belongs to
 * another system, are logged and change nothing.
 *
 * @param sdl the index's own SDL
 */
export async function followPublishedKeys(
  published: PublishedPersonKeys,
  sdl: string,
  resolversOf: (keys: PersonKeyFields) => SubgraphSchema['resolvers'],
  { log, name: system }: Pick<SubgraphSystem, 'log' | 'name'>,
  serve: ServeSchema,
): Promise<FollowedKeys> {
  let keys = combinePersonKeys({});
  let served = textOf(keys);

  async function apply(): Promise<void> {
    try {
      const next = combinePersonKeys(published.current());
      if (textOf(next) === served) return;
      await serve({ schema: withPersonKeys(sdl, published.current()), resolvers: resolversOf(next) });
      keys = next;
      served = textOf(next);
      log({ level: 'info', system, event: `The keys of ${next.fieldOfSystem.size} systems find persons.` });
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown error';
      log({ level: 'error', system, event: `The published keys of persons were not accepted. ${reason}` });
    }
  }

  // One at a time, so that the last change is the last one applied.
  let applied = apply();
  const end = published.onChange(() => {
    applied = applied.then(apply);
  });
  await applied;
  return {
    current: () => keys,
    async stop() {
      end();
      await applied;
    },
  };
}

function textOf({ fieldOfSystem }: PersonKeyFields): string {
  return JSON.stringify([...fieldOfSystem].sort());
}
