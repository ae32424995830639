import { Kind, parse } from 'graphql';
import { datasetsDirectory, readSubgraphSchema, SUBGRAPH_NAMES } from '../files.ts';
import { signatories } from './agencies.ts';
import { type DatasetCatalogue, readDatasetCatalogue } from './datasetCatalogue.ts';

/**
 * Meaning of the codes in the log, for readers who know neither the system nor its codes. An unknown code is returned
 * unchanged.
 */
export interface Descriptions {
  /** `Department of Human Services` for IDHS. */
  agency(code: string): string;
  dataset(id: string): { readonly title: string; readonly description: string } | undefined;
  /** Describes a `Type.field` as its agency does. */
  field(coordinate: string): string | undefined;
  purpose(code: string): string | undefined;
}

/**
 * Reads the agencies' schemas and the dataset catalog. If several schemas describe a field, the first one is used.
 *
 * @param schemas read before those that the product comes with
 */
export function readDescriptions(
  { datasets }: Pick<DatasetCatalogue, 'datasets'> = readDatasetCatalogue(datasetsDirectory),
  schemas: readonly string[] = [],
): Descriptions {
  const fields = new Map<string, string>();
  const purposes = new Map<string, string>();
  for (const schema of [...schemas, ...SUBGRAPH_NAMES.map(readSubgraphSchema)]) {
    for (const type of parse(schema, { noLocation: true }).definitions) {
      if (type.kind === Kind.ENUM_TYPE_DEFINITION && type.name.value === 'Purpose') {
        for (const { name: value, description } of type.values ?? []) {
          if (description !== undefined && !purposes.has(value.value)) purposes.set(value.value, description.value);
        }
      }
      if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
      for (const field of type.fields ?? []) {
        const coordinate = `${type.name.value}.${field.name.value}`;
        const text = field.description?.value.replaceAll(/\s+/g, ' ');
        if (text !== undefined && !fields.has(coordinate)) fields.set(coordinate, text);
      }
    }
  }
  return {
    agency: (code) => signatories.find((agency) => agency.code === code)?.name ?? code,
    dataset: (id) => datasets.get(id),
    field: (coordinate) => fields.get(coordinate),
    // The schema also names the HL7 code, which is for programs.
    purpose: (code) => purposes.get(code)?.replace(/ \((?:no HL7 code|HL7 [A-Z, ]+)\)$/, ''),
  };
}
