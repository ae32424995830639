import { type DocumentNode, Kind } from 'graphql';
import { argumentOf, subgraphNames } from './joinDirectives.ts';

const AUDIT = 'audit';

/** Lists the fields of Query that the audit system resolves: reading the log is recorded, too. */
export function readLogFields(supergraph: DocumentNode): readonly string[] {
  const names = subgraphNames(supergraph);
  return supergraph.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION || definition.name.value !== 'Query') return [];
    return (definition.fields ?? []).flatMap(({ name, directives = [] }) =>
      directives.some(
        (directive) =>
          directive.name.value === 'join__field' && names.get(argumentOf(directive, 'graph') ?? '') === AUDIT,
      )
        ? [name.value]
        : [],
    );
  });
}
