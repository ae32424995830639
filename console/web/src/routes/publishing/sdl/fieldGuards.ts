import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parse,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql';
import { parse as parseYaml } from 'yaml';

/** Who decides about one field of a subgraph's schema. */
export interface FieldGuard {
  readonly kind: 'public' | 'key' | 'barred' | 'guarded' | 'unguarded';
  readonly datasets: readonly { readonly id: string; readonly class: string | undefined }[];
}

type TypeWithFields = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

/**
 * Guards of a schema's fields by the line that names the field, from 1. The datasets of a field are those of its own
 * `@policy`, of its type's, and of the type that it returns. A schema that cannot be read has none.
 */
export function fieldGuardsIn(sdl: string, datasets: string | null): ReadonlyMap<number, FieldGuard> {
  const document = parsed(sdl);
  const guards = new Map<number, FieldGuard>();
  if (document === undefined) return guards;
  const classes = classesIn(datasets);
  const types = document.definitions.filter(
    (one): one is TypeWithFields => one.kind === Kind.OBJECT_TYPE_DEFINITION || one.kind === Kind.OBJECT_TYPE_EXTENSION,
  );
  const ofTypes = new Map<string, readonly string[]>();
  for (const { name, directives = [] } of types) {
    ofTypes.set(name.value, [...(ofTypes.get(name.value) ?? []), ...datasetsOf(directives)]);
  }
  for (const type of types) {
    for (const field of type.fields ?? []) {
      const ids = [
        ...datasetsOf(field.directives ?? []),
        ...(ofTypes.get(type.name.value) ?? []),
        ...(ofTypes.get(namedTypeOf(field.type)) ?? []),
      ];
      const line = field.name.loc?.startToken.line;
      if (line === undefined) continue;
      guards.set(line, {
        kind: kindOf(field, type, ids.length > 0),
        datasets: [...new Set(ids)].map((id) => ({ id, class: classes.get(id) })),
      });
    }
  }
  return guards;
}

function parsed(sdl: string): DocumentNode | undefined {
  try {
    return parse(sdl);
  } catch {
    return undefined;
  }
}

/** Classes of datasets by their id, from the file that the agency published. */
function classesIn(datasets: string | null): ReadonlyMap<string, string> {
  const classes = new Map<string, string>();
  let read: unknown;
  try {
    read = datasets === null ? undefined : parseYaml(datasets);
  } catch {
    return classes;
  }
  const listed = typeof read === 'object' && read !== null && 'datasets' in read ? read.datasets : [];
  for (const one of Array.isArray(listed) ? (listed as readonly unknown[]) : []) {
    if (typeof one !== 'object' || one === null || !('id' in one) || !('class' in one)) continue;
    classes.set(String(one.id), String(one.class));
  }
  return classes;
}

function kindOf(field: FieldDefinitionNode, type: TypeWithFields, isGuarded: boolean): FieldGuard['kind'] {
  const all = [...(field.directives ?? []), ...(type.directives ?? [])];
  if (hasTag(all, 'hard-bar')) return 'barred';
  if (isGuarded) return 'guarded';
  if (field.directives?.some(({ name }) => name.value === 'inaccessible') === true) return 'key';
  return hasTag(all, 'public') ? 'public' : 'unguarded';
}

function datasetsOf(directives: readonly ConstDirectiveNode[]): readonly string[] {
  return directives
    .filter(({ name }) => name.value === 'policy')
    .flatMap((directive) => argumentOf(directive, 'policies'))
    .flat(2)
    .map(String);
}

function hasTag(directives: readonly ConstDirectiveNode[], tag: string): boolean {
  return directives.some((one) => one.name.value === 'tag' && argumentOf(one, 'name') === tag);
}

function argumentOf(directive: ConstDirectiveNode, name: string): unknown {
  const found = directive.arguments?.find((one) => one.name.value === name);
  return found === undefined ? undefined : valueFromASTUntyped(found.value);
}

function namedTypeOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);
}
