import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';

/** Refuses documents with more aliases than the limit: asking one field a thousand times is a way to multiply its cost. */
export function aliasLimit(maxAliases: number): (context: ValidationContext) => ASTVisitor {
  return (context) => {
    let aliases = 0;
    return {
      Field(node) {
        if (node.alias === undefined || ++aliases !== maxAliases + 1) return;
        context.reportError(
          new GraphQLError(`The document uses more than ${maxAliases} aliases.`, {
            nodes: node,
            extensions: { code: 'OPERATION_TOO_COMPLEX' },
          }),
        );
      },
    };
  };
}
