import { type GraphQLFieldResolver, type GraphQLSchema, getNamedType, isCompositeType, isObjectType } from 'graphql';
import type { SubgraphContext } from '../subgraphDefinition.ts';
import type { ObjectBudget } from './objectBudget.ts';
import type { RequestEnd } from './requestEnd.ts';

/**
 * Counts the objects of every response as they are resolved, wherever lists multiply them. Once the budget is spent or
 * the caller has gone, nothing below is resolved: the response is discarded (graphqlEndpoint.ts), so nulls need no
 * errors. Costs one comparison per object and nothing for leaves.
 */
export function countObjects(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (isCompositeType(getNamedType(field.type)) && field.resolve !== undefined)
        field.resolve = counted(field.resolve);
    }
  }
}

function counted(
  resolve: GraphQLFieldResolver<unknown, SubgraphContext>,
): GraphQLFieldResolver<unknown, SubgraphContext> {
  return (source, args, context, info) => {
    const { budget, end } = context;
    if (isOver(budget, end)) return null;
    const value = resolve(source, args, context, info);
    if (!isPromise(value)) return budget.take(value);
    return value.then((resolved) => (isOver(budget, end) ? null : budget.take(resolved)));
  };
}

function isOver(budget: ObjectBudget, end: RequestEnd): boolean {
  return end.isOver || budget.isSpent;
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
