import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  valueFromASTUntyped,
} from 'graphql';
import type { DatasetCatalogue, HardBar } from '../../schema/datasetCatalogue.ts';
import { readSubgraphSchema, subgraphNames } from '../../schema/files.ts';

/**
 * The fields of each dataset that no approval opens. The catalogue lists them by coordinate; which dataset a coordinate
 * belongs to is written in the agency's SDL.
 */
export function hardBarsByDataset(catalogue: DatasetCatalogue): ReadonlyMap<string, readonly HardBar[]> {
  const bars = new Map<string, HardBar[]>();
  for (const name of subgraphNames) {
    for (const type of parse(readSubgraphSchema(name)).definitions) {
      if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
      for (const field of type.fields ?? []) {
        const bar = catalogue.hardBars.get(`${type.name.value}.${field.name.value}`);
        if (bar === undefined) continue;
        for (const dataset of datasetsOf(type, field)) bars.set(dataset, [...(bars.get(dataset) ?? []), bar]);
      }
    }
  }
  return bars;
}

/** The datasets of the field's own `@policy`, or where it has none, of its type's. */
function datasetsOf(type: ObjectTypeDefinitionNode, field: FieldDefinitionNode): ReadonlySet<string> {
  const own = policyDatasets(field.directives ?? []);
  return own.size > 0 ? own : policyDatasets(type.directives ?? []);
}

function policyDatasets(directives: readonly ConstDirectiveNode[]): ReadonlySet<string> {
  const policies = directives.filter((directive) => directive.name.value === 'policy');
  const named = policies.flatMap((policy) => (policy.arguments ?? []).map(({ value }) => valueFromASTUntyped(value)));
  return new Set(named.flat(2).filter((dataset) => typeof dataset === 'string'));
}
