import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql';
import type { Transform } from '../../../schema/approvals/approvalTerms.ts';
import { readSubgraphSchema, SUBGRAPH_NAMES } from '../../../schema/files.ts';

export interface FieldOfDataset {
  /** Type.field */
  readonly coordinate: string;
  /** Transforms that the field's type supports in addition to REDACT. */
  readonly transforms: readonly Transform[];
}

export interface FieldsOfDataset {
  /** The fields that an approval of the dataset opens. */
  readonly own: readonly FieldOfDataset[];
  /**
   * Coordinates of other datasets inside this dataset's types, which need approval of both. An approval that lists its
   * fields lets requests through to them whenever it opens anything of the type.
   */
  readonly through: readonly string[];
}

const NO_FIELDS: FieldsOfDataset = { own: [], through: [] };

/** Fields of a dataset, by its id. */
export type FieldsOf = (dataset: string) => FieldsOfDataset;

/** Reads the fields of each dataset from the guards in the agencies' own SDL, as the product comes with them. */
export function readDatasetFields(): FieldsOf {
  return datasetFields(SUBGRAPH_NAMES.map(readSubgraphSchema));
}

/** Reads the fields of each dataset from the guards in these schemas: those of subgraphs, or their supergraph. */
export function datasetFields(schemas: readonly string[]): FieldsOf {
  const found = new Map<string, { own: FieldOfDataset[]; through: string[] }>();
  const of = (dataset: string) => {
    const fields = found.get(dataset) ?? { own: [], through: [] };
    found.set(dataset, fields);
    return fields;
  };
  for (const schema of schemas) {
    const types = parse(schema, { noLocation: true }).definitions.filter(
      (node): node is ObjectTypeDefinitionNode => node.kind === Kind.OBJECT_TYPE_DEFINITION,
    );
    const guardOfType = new Map(types.map((type) => [type.name.value, policyDatasets(type.directives ?? [])]));
    for (const type of types) {
      for (const field of type.fields ?? []) {
        const coordinate = `${type.name.value}.${field.name.value}`;
        const ofType = guardOfType.get(type.name.value) ?? [];
        const ofResult = guardOfType.get(namedType(field.type)) ?? [];
        const [own = []] = [policyDatasets(field.directives ?? []), ofType, ofResult].filter(
          ({ length }) => length > 0,
        );
        for (const dataset of own) of(dataset).own.push({ coordinate, transforms: transformsOf(field) });
        for (const dataset of ofType) if (!own.includes(dataset)) of(dataset).through.push(coordinate);
      }
    }
  }
  return (dataset) => found.get(dataset) ?? NO_FIELDS;
}

/** Transforms that make sense for the value's type: part of a date, the end of a number, the county of an address. */
function transformsOf(field: FieldDefinitionNode): readonly Transform[] {
  switch (namedType(field.type)) {
    case 'Date':
      return ['MONTH', 'YEAR_ONLY', 'AGE_BAND'];
    case 'String':
    case 'ID':
      return ['LAST4', 'ZIP3'];
    case 'Address':
      return ['COUNTY'];
    default:
      return [];
  }
}

/** Lists the datasets that `@policy` names, without duplicates. */
export function policyDatasets(directives: readonly ConstDirectiveNode[]): readonly string[] {
  const policies = directives.filter((directive) => directive.name.value === 'policy');
  const named = policies.flatMap((policy) => (policy.arguments ?? []).map(({ value }) => valueFromASTUntyped(value)));
  return [...new Set(named.flat(2).filter((dataset) => typeof dataset === 'string'))];
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
