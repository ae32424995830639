import { Kind } from 'graphql';
import type { PolicyTable } from '../../gateway/authorization/policyTable.ts';
import type { DatasetCatalogue } from '../../schema/datasetCatalogue.ts';

/**
 * What a supergraph must hold before it may be served: nothing undecided, nothing that a null could not stand for, no
 * dataset that nobody has described, and one word on what is never open. Returns what is wrong, each as a sentence.
 */
export function checkGuards(policies: PolicyTable, catalogue: DatasetCatalogue): readonly string[] {
  const problems: string[] = [];
  const barred = new Set<string>();
  for (const { typeName, field, guard } of policies.coordinates()) {
    const coordinate = `${typeName}.${field.name.value}`;
    if (guard.kind === 'unguarded') {
      problems.push(
        `${coordinate} is neither guarded (@policy), nor a key, nor tagged public: say in its subgraph's schema who may see it.`,
      );
    }
    if ((guard.kind === 'guarded' || guard.kind === 'barred') && field.type.kind === Kind.NON_NULL_TYPE) {
      problems.push(`${coordinate} is guarded and non-null: a denial would take its parent with it. Make it nullable.`);
    }
    if (guard.kind === 'barred') barred.add(coordinate);
    if (guard.kind === 'barred' && guard.all.length === 0) {
      problems.push(
        `${coordinate} is tagged hard-bar but names no dataset: add @policy, so that a denial can name its owner.`,
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
        `${coordinate} is tagged hard-bar but schema/datasets does not say under neverOpen which law bars it.`,
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
