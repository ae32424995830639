import type { FieldDefinitionNode } from 'graphql';

/** Guard of one argument, from its tags. */
export type ArgumentGuard =
  /** It reveals nothing about any person: a page size, or an id that the caller knows. */
  | { readonly kind: 'public' }
  | {
      readonly kind: 'filters';
      /** Datasets that the value is compared with. */
      readonly datasets: readonly string[];
      /** Fields that the value is compared with: filtering by them reveals their exact values. */
      readonly fields: readonly { readonly typeName: string; readonly fieldName: string }[];
    }
  /** Untagged. `unreadable`: its tag cannot be read. */
  | { readonly kind: 'unguarded'; readonly unreadable?: true };

/**
 * Reads `@tag(name: "public")` and `@tag(name: "filters/<system>/<dataset>")`, the latter followed by `/<Type>/<field>`
 * for one field. Of everything that composition keeps, an argument can only have tags.
 */
export function argumentGuardsOf(field: FieldDefinitionNode | undefined): ReadonlyMap<string, ArgumentGuard> {
  return new Map(
    (field?.arguments ?? []).map((argument) => [
      argument.name.value,
      guardOf(
        (argument.directives ?? []).flatMap((directive) => {
          const value = directive.arguments?.find(({ name }) => name.value === 'name')?.value;
          return directive.name.value === 'tag' && value?.kind === 'StringValue' ? [value.value] : [];
        }),
      ),
    ]),
  );
}

function guardOf(tags: readonly string[]): ArgumentGuard {
  const filters = tags.filter((tag) => tag.startsWith('filters'));
  if (filters.length === 0) return tags.includes('public') ? { kind: 'public' } : { kind: 'unguarded' };
  const datasets: string[] = [];
  const fields: { typeName: string; fieldName: string }[] = [];
  for (const tag of filters) {
    const [word, system, dataset, typeName, fieldName, ...rest] = tag.split('/');
    const named = [typeName, fieldName].filter((part) => part !== undefined && part !== '');
    // A mistyped tag must not count as a missing guard.
    if (word !== 'filters' || !system || !dataset || named.length === 1 || rest.length > 0)
      return { kind: 'unguarded', unreadable: true };
    datasets.push(`${system}.${dataset}`);
    if (typeName !== undefined && fieldName !== undefined) fields.push({ typeName, fieldName });
  }
  return { kind: 'filters', datasets, fields };
}
