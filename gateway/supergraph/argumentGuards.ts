import type { FieldDefinitionNode } from 'graphql';

/** What its tags say of one argument. */
export type ArgumentGuard =
  /** It tells nothing about anybody: a page size, an id that the caller knows. */
  | { readonly kind: 'public' }
  | {
      readonly kind: 'filters';
      /** Datasets that the value is held against. */
      readonly datasets: readonly string[];
      /** Fields that the value is held against: whoever filters by them learns them as they are. */
      readonly fields: readonly { readonly typeName: string; readonly fieldName: string }[];
    }
  /** Nobody has said what it does; `unreadable`: what was said cannot be read. */
  | { readonly kind: 'unguarded'; readonly unreadable?: true };

/**
 * Reads `@tag(name: "public")` and `@tag(name: "filters/<system>/<dataset>")`, with `/<Type>/<field>` after it where
 * one field is meant. Of all composition keeps, tags are what an argument can carry.
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
    // A tag that was mistyped must not be a guard that is missing.
    if (word !== 'filters' || !system || !dataset || named.length === 1 || rest.length > 0)
      return { kind: 'unguarded', unreadable: true };
    datasets.push(`${system}.${dataset}`);
    if (typeName !== undefined && fieldName !== undefined) fields.push({ typeName, fieldName });
  }
  return { kind: 'filters', datasets, fields };
}
