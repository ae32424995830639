import { type FieldDefinitionNode, Kind, type TypeNode } from 'graphql';
import type { DatasetCatalogue } from '../../schema/catalog/datasetCatalogue.ts';
import type { PolicyTable } from '../read/policyTable.ts';

/**
 * Checks what a supergraph must satisfy before it may be served: no undecided field, no guarded field that cannot be
 * null, no undescribed dataset, and consistent hard bars. Returns each problem as a sentence.
 */
export function checkGuards(policies: PolicyTable, catalogue: DatasetCatalogue): readonly string[] {
  const problems: string[] = [];
  const barred = new Set<string>();
  for (const { typeName, field, guard } of policies.coordinates()) {
    const coordinate = `${typeName}.${field.name.value}`;
    if (guard.kind === 'unguarded') {
      problems.push(
        `${coordinate} is neither guarded (@policy), nor tagged public, nor a key that is hidden (@inaccessible): declare in its subgraph's schema who may see it.`,
      );
    }
    if ((guard.kind === 'guarded' || guard.kind === 'barred') && field.type.kind === Kind.NON_NULL_TYPE) {
      problems.push(
        `${coordinate} is guarded and non-null, so a denial would also remove its parent. Make it nullable.`,
      );
    }
    problems.push(
      ...checkArguments(policies, typeName, field, catalogue),
      ...checkHiddenObjects(policies, typeName, field),
    );
    if (guard.kind === 'barred') barred.add(coordinate);
    if (guard.kind === 'barred' && guard.all.length === 0) {
      problems.push(
        `${coordinate} is tagged hard-bar but names no dataset. Add @policy, so that a denial can name its owner.`,
      );
    }
  }
  for (const dataset of policies.datasets) {
    if (!catalogue.datasets.has(dataset)) {
      problems.push(`The dataset ${dataset} guards a field but is not described in schema/datasets.`);
    }
  }
  for (const coordinate of barred) {
    if (!catalogue.hardBars.has(coordinate)) {
      problems.push(
        `${coordinate} is tagged hard-bar, but schema/datasets does not name under neverOpen the law that bars it.`,
      );
    }
  }
  for (const coordinate of catalogue.hardBars.keys()) {
    if (!barred.has(coordinate)) {
      problems.push(
        `schema/datasets lists ${coordinate} under neverOpen, but the field is not tagged hard-bar or does not exist.`,
      );
    }
  }
  return problems;
}

/**
 * Requires tags on arguments: searching, filtering or sorting by a guarded field reveals it, whatever is shown of the
 * result.
 */
function checkArguments(
  policies: PolicyTable,
  typeName: string,
  field: FieldDefinitionNode,
  catalogue: DatasetCatalogue,
): readonly string[] {
  const problems: string[] = [];
  for (const { name } of field.arguments ?? []) {
    const place = `${typeName}.${field.name.value}(${name.value}:)`;
    const guard = policies.argumentGuardOf(typeName, field.name.value, name.value);
    if (guard.kind === 'unguarded') {
      problems.push(
        guard.unreadable
          ? `${place}: write its tag as "filters/<system>/<dataset>" or "filters/<system>/<dataset>/<Type>/<field>".`
          : `${place} belongs to a system that holds guarded data, but has no tag. Tag it "filters/<system>/<dataset>", or "public" if it is compared with nothing guarded.`,
      );
    }
    if (guard.kind !== 'filters') continue;
    for (const dataset of guard.datasets) {
      if (!catalogue.datasets.has(dataset)) {
        problems.push(`${place} filters by ${dataset}, which schema/datasets does not describe.`);
      }
    }
    for (const by of guard.fields) {
      if (policies.guardOf(by.typeName, by.fieldName).kind === 'unguarded') {
        problems.push(`${place} filters by ${by.typeName}.${by.fieldName}, which does not exist.`);
      }
    }
    if (field.type.kind === Kind.NON_NULL_TYPE) {
      problems.push(`${place} can be denied, but the field is non-null. Make it nullable.`);
    }
  }
  return problems;
}

/**
 * Requires nullable fields where an interface or a union is returned, because an object of a guarded type is replaced
 * by null.
 */
function checkHiddenObjects(policies: PolicyTable, typeName: string, field: FieldDefinitionNode): readonly string[] {
  const returned = namedTypeOf(field.type);
  const guarded = policies
    .possibleTypes(returned)
    .filter((name) => name !== returned && policies.guardsOfType(name).length > 0);
  if (guarded.length === 0 || !isNonNullAnywhere(field.type)) return [];
  return [
    `${typeName}.${field.name.value} can return a ${guarded[0]}, which is guarded as a whole, and is non-null, so a denial would also remove the objects around it. Make it and its items nullable.`,
  ];
}

function isNonNullAnywhere(type: TypeNode): boolean {
  return type.kind === Kind.NON_NULL_TYPE || (type.kind === Kind.LIST_TYPE && isNonNullAnywhere(type.type));
}

function namedTypeOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);
}
