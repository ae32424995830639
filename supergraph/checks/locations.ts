import { type ASTNode, type DocumentNode, Kind, visit } from 'graphql';

export interface SourceLocation {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
}

/** Places of a schema's elements in its file. */
export interface Locations {
  /** Returns the place of `Type`, `Type.field` or `Type.field(argument:)`; if it is not there, of what is around it. */
  of(coordinate: string): SourceLocation | undefined;
  /** Place of any node of the same document. */
  ofNode(node: ASTNode): SourceLocation | undefined;
}

/** @param document undefined if the file cannot be parsed: nothing has a place then */
export function locationsIn(document: DocumentNode | undefined, file: string): Locations {
  const places = new Map<string, SourceLocation>();
  const path: string[] = [];
  const ofNode = ({ loc }: ASTNode): SourceLocation | undefined =>
    loc && { file, line: loc.startToken.line, column: loc.startToken.column };
  if (document !== undefined) {
    visit(document, {
      enter(node, _key, parent) {
        if (!isElement(node)) return;
        path.push(node.name.value);
        const coordinate = coordinateOf(path, parent);
        const place = ofNode(node.name);
        if (place !== undefined && !places.has(coordinate)) places.set(coordinate, place);
      },
      leave(node) {
        if (isElement(node)) path.pop();
      },
    });
  }
  return {
    of(coordinate) {
      const [field = ''] = coordinate.split('(');
      const [type = ''] = field.split('.');
      return places.get(coordinate) ?? places.get(field) ?? places.get(type);
    },
    ofNode,
  };
}

function coordinateOf([type = '', field, argument]: readonly string[], parent: unknown): string {
  if (field === undefined) return type;
  // A directive's arguments are written like the fields of a type.
  if (argument === undefined || parent === undefined) return `${type}.${field}`;
  return `${type}.${field}(${argument}:)`;
}

type Element = Extract<ASTNode, { readonly name: { readonly value: string }; readonly directives?: unknown }>;

function isElement(node: ASTNode): node is Element {
  return /(?:TypeDefinition|TypeExtension|FieldDefinition|InputValueDefinition|EnumValueDefinition)$/.test(node.kind)
    ? node.kind !== Kind.OPERATION_TYPE_DEFINITION
    : node.kind === Kind.DIRECTIVE_DEFINITION;
}
