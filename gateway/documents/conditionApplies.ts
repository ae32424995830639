import { type GraphQLInterfaceType, type GraphQLObjectType, type GraphQLSchema, isAbstractType } from 'graphql';

/**
 * Checks a fragment's type condition against a runtime type, or against an interface where nothing more is known.
 * See GraphQL 6.3.2, DoesFragmentTypeApply.
 *
 * @param condition name in the type condition; undefined for an inline fragment without one
 */
export function conditionApplies(
  schema: GraphQLSchema,
  condition: string | undefined,
  type: GraphQLObjectType | GraphQLInterfaceType,
): boolean {
  if (condition === undefined || condition === type.name) return true;
  const conditional = schema.getType(condition);
  return isAbstractType(conditional) && schema.isSubType(conditional, type);
}
