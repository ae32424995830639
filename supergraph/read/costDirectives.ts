import { type ConstDirectiveNode, type DocumentNode, Kind, valueFromASTUntyped } from 'graphql';

/** `@listSize` of one field, as its schema states it. */
export interface ListSize {
  readonly assumedSize: number | undefined;
  readonly slicingArguments: readonly string[];
  /** Fields of the returned object that hold the list, as in `edges` of a connection. */
  readonly sizedFields: readonly string[];
}

/** Cost of fields, as the subgraphs' schemas give it. */
export interface CostDirectives {
  /** `@cost(weight:)`, by `Type.field` or by type. */
  readonly weights: ReadonlyMap<string, number>;
  /** `@listSize`, by `Type.field`. */
  readonly listSizes: ReadonlyMap<string, ListSize>;
}

/** Reads `@cost` and `@listSize` from a composed supergraph. See https://specs.apollo.dev/cost/v0.1. */
export function readCostDirectives(supergraph: DocumentNode): CostDirectives {
  const weights = new Map<string, number>();
  const listSizes = new Map<string, ListSize>();
  const read = (coordinate: string, directives: readonly ConstDirectiveNode[] = []): void => {
    const weight = argumentsOf('cost', directives)?.weight;
    if (typeof weight === 'number' && weight >= 0) weights.set(coordinate, weight);
    const size = argumentsOf('listSize', directives);
    if (size === undefined) return;
    listSizes.set(coordinate, {
      assumedSize: typeof size.assumedSize === 'number' ? size.assumedSize : undefined,
      slicingArguments: namesIn(size.slicingArguments),
      sizedFields: namesIn(size.sizedFields),
    });
  };
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    read(definition.name.value, definition.directives);
    for (const field of definition.fields ?? []) read(`${definition.name.value}.${field.name.value}`, field.directives);
  }
  return { weights, listSizes };
}

function argumentsOf(name: string, directives: readonly ConstDirectiveNode[]): Record<string, unknown> | undefined {
  const found = directives.find((directive) => directive.name.value === name);
  if (found === undefined) return undefined;
  return Object.fromEntries((found.arguments ?? []).map((each) => [each.name.value, valueFromASTUntyped(each.value)]));
}

function namesIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : [];
}
