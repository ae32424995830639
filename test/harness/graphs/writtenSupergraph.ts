const JOIN = 'https://specs.apollo.dev/join/v0.3';

export interface WrittenSupergraph {
  /** Name of each subgraph by its value in `join__Graph`. */
  readonly graphs: Readonly<Record<string, string>>;
  /** Type definitions, with their `@join__` directives. */
  readonly types: string;
}

/**
 * Writes the text of a supergraph by hand, for tests that need no composition. Composing many keys takes as long as
 * planning over them.
 */
export function writtenSupergraph({ graphs, types }: WrittenSupergraph): string {
  const values = Object.entries(graphs).map(
    ([value, name]) => `${value} @join__graph(name: "${name}", url: "http://127.0.0.1:1/")`,
  );
  return `schema
  @link(url: "https://specs.apollo.dev/link/v1.0")
  @link(url: "${JOIN}", for: EXECUTION)
{ query: Query }
directive @join__field(
  graph: join__Graph, requires: join__FieldSet, provides: join__FieldSet, type: String, external: Boolean,
  override: String, usedOverridden: Boolean
) repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION
directive @join__graph(name: String!, url: String!) on ENUM_VALUE
directive @join__type(
  graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false, resolvable: Boolean! = true,
  isInterfaceObject: Boolean! = false
) repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR
directive @join__implements(graph: join__Graph!, interface: String!) repeatable on OBJECT | INTERFACE
directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
scalar join__FieldSet
scalar link__Import
enum link__Purpose { SECURITY EXECUTION }
enum join__Graph { ${values.join(' ')} }
${types}`;
}
