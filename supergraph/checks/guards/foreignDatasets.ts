import { type ConstDirectiveNode, type DocumentNode, Kind, valueFromASTUntyped } from 'graphql';
import type { Draft } from '../finding.ts';
import { elementsOf, has, valuesOf } from './elements.ts';
import { guardError, type PublicationContext } from './publicationContext.ts';

/**
 * Guards that another system's dataset could open by itself. Attack: an agency guards its data by a dataset that it
 * already may see of others, or that others grant, and its owner never decides. A dataset of another system may only be
 * required in addition.
 */
export function foreignDatasets({ subgraph }: PublicationContext, document: DocumentNode): readonly Draft[] {
  const isOwn = (dataset: string) => dataset.startsWith(`${subgraph}.`);
  const drafts: Draft[] = [];
  function check(directives: readonly ConstDirectiveNode[] | undefined, coordinate: string): void {
    for (const alternative of (directives ?? []).flatMap(alternativesOf)) {
      if (alternative.some(isOwn)) continue;
      report(coordinate, alternative);
    }
  }
  function report(coordinate: string, datasets: readonly string[]): void {
    drafts.push(
      guardError({
        code: 'DATASET_OF_ANOTHER',
        coordinate,
        detail: datasets.join(),
        message: `${coordinate} would open by ${datasets.join(' and ')} alone, which is not a dataset of ${subgraph}.`,
        whatToDo: `Guard it by a dataset of ${subgraph}; others can be required in addition: [["${subgraph}.<name>", "${datasets[0]}"]].`,
      }),
    );
  }

  for (const { name, directives, fields } of elementsOf(document)) {
    check(directives, name);
    for (const { coordinate, node } of fields) {
      check(node.directives, coordinate);
      const isGuarded = has(node.directives, 'policy') || has(directives, 'policy');
      for (const argument of node.arguments ?? []) {
        const filters = valuesOf(argument.directives ?? [], 'tag', 'name').filter((tag) => tag.startsWith('filters/'));
        const datasets = filters.map((tag) => tag.split('/').slice(1, 3).join('.'));
        if (isGuarded || datasets.length === 0 || datasets.some(isOwn)) continue;
        report(`${coordinate}(${argument.name.value}:)`, datasets);
      }
    }
  }
  return drafts;
}

function alternativesOf({ name, arguments: given = [] }: ConstDirectiveNode): readonly (readonly string[])[] {
  if (name.value !== 'policy') return [];
  const argument = given.find((each) => each.name.value === 'policies')?.value;
  if (argument?.kind !== Kind.LIST) return [];
  const value: unknown = valueFromASTUntyped(argument);
  return Array.isArray(value) ? value.filter(Array.isArray).map((each: unknown[]) => each.map(String)) : [];
}
