import { type DirectiveNode, type DocumentNode, Kind, visit } from 'graphql';

/**
 * Finds parts of a supergraph that neither engine supports: `@fromContext` has no value to pass on, and `@override`
 * with a label would always use the old subgraph, without an error. Returns a sentence for each; none for a supergraph
 * that can be served.
 */
export function unsupportedDirectives(supergraph: DocumentNode): readonly string[] {
  let usesContext = false;
  const overridden: string[] = [];
  let typeName = '';
  visit(supergraph, {
    enter(node) {
      if (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION) {
        typeName = node.name.value;
      }
      if (node.kind === Kind.FIELD_DEFINITION) {
        const directives = node.directives ?? [];
        usesContext ||= directives.some((directive) => names(directive, 'contextArguments'));
        if (directives.some((directive) => names(directive, 'overrideLabel'))) {
          overridden.push(`${typeName}.${node.name.value}`);
        }
      }
      if (node.kind === Kind.DIRECTIVE) usesContext ||= linksContext(node);
      return undefined;
    },
  });
  return [
    ...(usesContext
      ? ['This gateway does not support @context and @fromContext. Use @requires or an argument of the field instead.']
      : []),
    ...(overridden.length > 0
      ? [
          `This gateway does not support @override with a label (${overridden.join(', ')}). ` +
            'Use @override without a label once the new subgraph is to answer.',
        ]
      : []),
  ];
}

/** The supergraph links the specification, whatever name the subgraphs gave the directive. */
function linksContext({ name, arguments: given = [] }: DirectiveNode): boolean {
  const url = given.find((one) => one.name.value === 'url')?.value;
  return (
    name.value === 'link' && url?.kind === Kind.STRING && url.value.startsWith('https://specs.apollo.dev/context/')
  );
}

function names({ name, arguments: given = [] }: DirectiveNode, argument: string): boolean {
  return name.value === 'join__field' && given.some((one) => one.name.value === argument);
}
