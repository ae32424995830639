import type { GraphQLSchema } from 'graphql';
import { catalogueOfServed, type ServedSupergraph } from '../../schema/publishing/servedSupergraph.ts';
import { changedCoordinates } from '../checks/access/accessChanges.ts';
import { schemaChanges } from '../checks/changes/schemaChanges.ts';
import { apiSchemaOf, executableSupergraph } from '../compose/composeSupergraph.ts';
import type { FieldGuard } from '../read/policyTable.ts';
import { readSupergraph, type Supergraph } from '../read/readSupergraph.ts';

type Described = Pick<ServedSupergraph, 'sdl' | 'datasets' | 'routingUrls'>;

/** Lists in words what changed between two supergraphs: systems, datasets, guards, and the schema. One sentence each. */
export function describeChanges(before: Described, after: Described): readonly string[] {
  const [was, is] = [sideOf(before), sideOf(after)];
  const systems = [Object.keys(before.routingUrls), Object.keys(after.routingUrls)] as const;
  const datasets = [[...was.catalogue.datasets.keys()], [...is.catalogue.datasets.keys()]] as const;
  const guards = changedCoordinates(was, is).flatMap(({ coordinate, before: old, after: next }) =>
    old === undefined || next === undefined || guardText(old.guard) === guardText(next.guard)
      ? []
      : [`${coordinate} was ${guardText(old.guard)} and is ${guardText(next.guard)}.`],
  );
  const changes = schemaChanges(was.schema, is.schema).map(({ severity, message }) =>
    severity === 'safe' ? message : `${message} (${severity})`,
  );
  return [
    ...differences(systems, 'The system', 'joins', 'leaves'),
    ...differences(datasets, 'The dataset', 'is added', 'is removed'),
    ...guards,
    ...changes,
  ];
}

function sideOf(served: Described) {
  const read: Supergraph = readSupergraph(served.sdl);
  const schema: GraphQLSchema = apiSchemaOf(executableSupergraph(read));
  return { policies: read.policies, catalogue: catalogueOfServed(served), schema };
}

function differences(
  [was, is]: readonly [readonly string[], readonly string[]],
  what: string,
  added: string,
  removed: string,
): readonly string[] {
  return [
    ...is.filter((name) => !was.includes(name)).map((name) => `${what} ${name} ${added}.`),
    ...was.filter((name) => !is.includes(name)).map((name) => `${what} ${name} ${removed}.`),
  ];
}

function guardText(guard: FieldGuard): string {
  if (guard.kind === 'barred') return 'never open';
  return 'all' in guard && guard.all.length > 0
    ? `guarded by ${[...new Set(guard.all.flat(2))].join(', ')}`
    : guard.kind;
}
