import { type FieldDefinitionNode, Kind, type TypeNode } from 'graphql';
import type { DatasetCatalogue } from '../../schema/catalog/datasetCatalogue.ts';
import type { PolicyTable } from '../read/policyTable.ts';
import type { Problem } from './problem.ts';

/**
 * Checks what a supergraph must satisfy before it may be served: no undecided field, no guarded field that cannot be
 * null, no undescribed dataset, and consistent hard bars. One problem a place.
 */
export function checkGuards(policies: PolicyTable, catalogue: DatasetCatalogue): readonly Problem[] {
  const problems: Problem[] = [];
  const barred = new Set<string>();
  for (const { typeName, field, guard } of policies.coordinates()) {
    const coordinate = `${typeName}.${field.name.value}`;
    if (guard.kind === 'unguarded') {
      problems.push({
        code: 'UNGUARDED_FIELD',
        coordinate,
        message: `${coordinate} is neither guarded (@policy), nor tagged public, nor a key that is hidden (@inaccessible).`,
        whatToDo: "Declare in its subgraph's schema who may see it.",
      });
    }
    if ((guard.kind === 'guarded' || guard.kind === 'barred') && field.type.kind === Kind.NON_NULL_TYPE) {
      problems.push({
        code: 'GUARDED_NON_NULL',
        coordinate,
        message: `${coordinate} is guarded and non-null, so a denial would also remove its parent.`,
        whatToDo: 'Make it nullable.',
      });
    }
    problems.push(
      ...checkArguments(policies, typeName, field, catalogue),
      ...checkHiddenObjects(policies, typeName, field),
    );
    if (guard.kind === 'barred') barred.add(coordinate);
    if (guard.kind === 'barred' && guard.all.length === 0) {
      problems.push({
        code: 'BARRED_WITHOUT_DATASET',
        coordinate,
        message: `${coordinate} is tagged hard-bar but names no dataset.`,
        whatToDo: 'Add @policy, so that a denial can name its owner.',
      });
    }
  }
  for (const dataset of policies.datasets) {
    if (!catalogue.datasets.has(dataset)) {
      problems.push({
        code: 'UNKNOWN_DATASET',
        ...firstGuardedBy(policies, dataset),
        message: `The dataset ${dataset} guards a field but is not described.`,
        whatToDo: "Add it to its system's datasets, with its class and law, or correct its name in @policy.",
      });
    }
  }
  for (const coordinate of barred) {
    if (!catalogue.hardBars.has(coordinate)) {
      problems.push({
        code: 'BAR_WITHOUT_LAW',
        coordinate,
        message: `${coordinate} is tagged hard-bar, but its system's datasets do not name the law that bars it.`,
        whatToDo: 'Add the field with the bar and its law under neverOpen.',
      });
    }
  }
  for (const coordinate of catalogue.hardBars.keys()) {
    if (!barred.has(coordinate)) {
      problems.push({
        code: 'BAR_WITHOUT_TAG',
        coordinate,
        message: `The datasets list ${coordinate} under neverOpen, but the field is not tagged hard-bar or does not exist.`,
        whatToDo: 'Tag the field hard-bar.',
      });
    }
  }
  return problems;
}

function firstGuardedBy(policies: PolicyTable, dataset: string): { readonly coordinate?: string } {
  for (const { typeName, field, guard } of policies.coordinates()) {
    if ('all' in guard && guard.all.flat(2).includes(dataset)) return { coordinate: `${typeName}.${field.name.value}` };
  }
  return {};
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
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { name } of field.arguments ?? []) {
    const place = `${typeName}.${field.name.value}(${name.value}:)`;
    const guard = policies.argumentGuardOf(typeName, field.name.value, name.value);
    if (guard.kind === 'unguarded') {
      problems.push(
        guard.unreadable
          ? {
              code: 'UNREADABLE_FILTER',
              coordinate: place,
              message: `The tag of ${place} cannot be read:`,
              whatToDo: 'write its tag as "filters/<system>/<dataset>" or "filters/<system>/<dataset>/<Type>/<field>".',
            }
          : {
              code: 'UNTAGGED_ARGUMENT',
              coordinate: place,
              message: `${place} belongs to a system that holds guarded data, but has no tag.`,
              whatToDo: 'Tag it "filters/<system>/<dataset>", or "public" if it is compared with nothing guarded.',
            },
      );
    }
    if (guard.kind !== 'filters') continue;
    for (const dataset of guard.datasets) {
      if (!catalogue.datasets.has(dataset)) {
        problems.push({
          code: 'UNKNOWN_FILTER',
          coordinate: place,
          message: `${place} filters by ${dataset}, which no system's datasets describe.`,
          whatToDo: 'Correct the tag, or describe the dataset.',
        });
      }
    }
    for (const by of guard.fields) {
      if (policies.guardOf(by.typeName, by.fieldName).kind === 'unguarded') {
        problems.push({
          code: 'UNKNOWN_FILTER',
          coordinate: place,
          message: `${place} filters by ${by.typeName}.${by.fieldName}, which does not exist.`,
          whatToDo: 'Correct the tag.',
        });
      }
    }
    if (field.type.kind === Kind.NON_NULL_TYPE) {
      problems.push({
        code: 'FILTERED_NON_NULL',
        coordinate: place,
        message: `${place} can be denied, but the field is non-null.`,
        whatToDo: 'Make it nullable.',
      });
    }
  }
  return problems;
}

/**
 * Requires nullable fields where an interface or a union is returned, because an object of a guarded type is replaced
 * by null.
 */
function checkHiddenObjects(policies: PolicyTable, typeName: string, field: FieldDefinitionNode): readonly Problem[] {
  const returned = namedTypeOf(field.type);
  const guarded = policies
    .possibleTypes(returned)
    .filter((name) => name !== returned && policies.guardsOfType(name).length > 0);
  if (guarded.length === 0 || !isNonNullAnywhere(field.type)) return [];
  return [
    {
      code: 'HIDDEN_NON_NULL',
      coordinate: `${typeName}.${field.name.value}`,
      message: `${typeName}.${field.name.value} can return a ${guarded[0]}, which is guarded as a whole, and is non-null, so a denial would also remove the objects around it.`,
      whatToDo: 'Make it and its items nullable.',
    },
  ];
}

function isNonNullAnywhere(type: TypeNode): boolean {
  return type.kind === Kind.NON_NULL_TYPE || (type.kind === Kind.LIST_TYPE && isNonNullAnywhere(type.type));
}

function namedTypeOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);
}
