import { type GraphQLLeafType, isEnumType } from 'graphql';
import { jsonText, oneByteText, stringText } from '../json/jsonText.ts';
import { unusable, type Write } from './responseWriter.ts';

/**
 * Writers of scalars and enums (GraphQL 3.5, 3.9). Built-in scalars are checked, so that no subgraph can pass an object
 * where the schema says String; of custom scalars any JSON is allowed. An enum value that the API does not have
 * (an inaccessible one) is not shown.
 */
export function leafWriter(type: GraphQLLeafType): Write {
  if (isEnumType(type)) {
    const texts = new Map(type.getValues().map(({ name }) => [name, oneByteText(stringText(name))]));
    return (value, state) => (typeof value === 'string' ? texts.get(value) : undefined) ?? unusable(state);
  }
  switch (type.name) {
    case 'String':
      return (value, state) => (typeof value === 'string' ? stringText(value) : unusable(state));
    case 'ID':
      return (value, state) => {
        if (typeof value === 'string') return stringText(value);
        return Number.isSafeInteger(value) ? `"${value}"` : unusable(state);
      };
    case 'Boolean':
      return (value, state) => (typeof value === 'boolean' ? `${value}` : unusable(state));
    case 'Int':
      return (value, state) => (typeof value === 'number' && (value | 0) === value ? `${value}` : unusable(state));
    case 'Float':
      return (value, state) => (typeof value === 'number' ? jsonText(value) : unusable(state));
    default:
      return jsonText;
  }
}
