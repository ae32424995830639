import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql';
import { PERSON_TYPE } from './personOfField.ts';

/** Datasets in the order of `@policy(policies:)`. All datasets of at least one inner list must be granted. */
export type DatasetAlternatives = readonly (readonly string[])[];

export type GuardedField =
  | { readonly kind: 'barred'; readonly coordinate: string }
  | {
      readonly kind: 'datasets';
      readonly coordinate: string;
      /** Guards of the field, of its own type and of the type it returns; each must hold. */
      readonly levels: readonly DatasetAlternatives[];
    };

export interface FieldGuards {
  readonly list: readonly GuardedField[];
  /**
   * Position in `list` by `Type.field`. The value `undefined` means open to every valid grant; a missing coordinate is
   * unknown.
   */
  readonly byCoordinate: ReadonlyMap<string, number | undefined>;
  /** The field by which this system identifies persons: the first key of its type Person. Undefined: it has none. */
  readonly personKey: string | undefined;
}

type ObjectNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

/** Fields that the federation library adds to every subgraph. Any valid grant may query them. */
const FEDERATION_FIELDS: readonly string[] = ['Query._service', 'Query._entities', '_Service.sdl'];

/**
 * Reads the guard of every field from the agency's own SDL. Throws if a field is neither guarded, nor a key, nor tagged
 * `public`: an undecided field is never served.
 */
export function readFieldGuards(document: DocumentNode): FieldGuards {
  const objects = document.definitions.filter(
    (node): node is ObjectNode => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION,
  );
  // All kinds of types: a field is also guarded by the scalar, enum, interface or union that it returns.
  const directivesOf = (typeName: string) =>
    document.definitions
      .filter((node) => isTypeDefinitionNode(node) || isTypeExtensionNode(node))
      .filter((node) => node.name.value === typeName)
      .flatMap((node) => node.directives ?? []);
  const list: GuardedField[] = [];
  const byCoordinate = new Map<string, number | undefined>(
    FEDERATION_FIELDS.map((coordinate) => [coordinate, undefined]),
  );

  for (const type of objects) {
    const typeDirectives = directivesOf(type.name.value);
    const keys = keyFields(typeDirectives);
    for (const field of type.fields ?? []) {
      const coordinate = `${type.name.value}.${field.name.value}`;
      const guard = guardOf(coordinate, field, typeDirectives, directivesOf(namedType(field.type)));
      if (guard !== undefined) {
        byCoordinate.set(coordinate, list.length);
        list.push(guard);
      } else if (keys.has(field.name.value) || isPublic(field.directives ?? []) || isPublic(typeDirectives)) {
        byCoordinate.set(coordinate, undefined);
      } else {
        throw new Error(`${coordinate} has no guard: give it @policy, or tag it "public", or make it a key.`);
      }
    }
  }
  const [personKey] = keyFields(directivesOf(PERSON_TYPE));
  return { list, byCoordinate, personKey };
}

function guardOf(
  coordinate: string,
  field: FieldDefinitionNode,
  typeDirectives: readonly ConstDirectiveNode[],
  returnTypeDirectives: readonly ConstDirectiveNode[],
): GuardedField | undefined {
  const own = field.directives ?? [];
  if (isTagged(own, 'hard-bar') || isTagged(typeDirectives, 'hard-bar')) return { kind: 'barred', coordinate };
  const levels = [own, typeDirectives, returnTypeDirectives].flatMap((directives) => policies(coordinate, directives));
  return levels.length === 0 ? undefined : { kind: 'datasets', coordinate, levels };
}

function policies(coordinate: string, directives: readonly ConstDirectiveNode[]): DatasetAlternatives[] {
  return directives
    .filter((directive) => directive.name.value === 'policy')
    .map((directive) => {
      const value = argument(directive, 'policies');
      if (!isAlternatives(value)) throw new Error(`${coordinate}: @policy must be written [["dataset", ...], ...].`);
      return value;
    });
}

function isAlternatives(value: unknown): value is DatasetAlternatives {
  return (
    Array.isArray(value) &&
    value.every((inner) => Array.isArray(inner) && inner.every((dataset) => typeof dataset === 'string'))
  );
}

/** Top-level fields named in the type's keys. Inner fields of a composite key are keys of their own type. */
function keyFields(directives: readonly ConstDirectiveNode[]): ReadonlySet<string> {
  const names = directives
    .filter((directive) => directive.name.value === 'key')
    .flatMap((directive) =>
      String(argument(directive, 'fields'))
        .replace(/\{.*\}/gs, ' ')
        .split(/[\s,]+/),
    );
  return new Set(names);
}

function isPublic(directives: readonly ConstDirectiveNode[]): boolean {
  return isTagged(directives, 'public');
}

function isTagged(directives: readonly ConstDirectiveNode[], tag: string): boolean {
  return directives.some((directive) => directive.name.value === 'tag' && argument(directive, 'name') === tag);
}

function argument(directive: ConstDirectiveNode, name: string): unknown {
  const found = directive.arguments?.find((candidate) => candidate.name.value === name);
  return found === undefined ? undefined : valueFromASTUntyped(found.value);
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
