import { buildSchema, type GraphQLField, type GraphQLOutputType, getNamedType, isObjectType } from 'graphql';
import { readSubgraphSchema, type SubgraphName } from '../../../schema/files.ts';

/** Finds the field of Person in a system's SDL, such as `snap`. */
export function programField(system: SubgraphName, field: string): GraphQLField<unknown, unknown> {
  const sdl = `${readSubgraphSchema(system).replace(/extend schema[\s\S]*?\n {2}\)/, '')}
    directive @key(fields: String!) repeatable on OBJECT
    directive @policy(policies: [[String!]!]!) on FIELD_DEFINITION | OBJECT
    directive @tag(name: String!) repeatable on FIELD_DEFINITION | OBJECT | ARGUMENT_DEFINITION
    directive @inaccessible on FIELD_DEFINITION`;
  const person = buildSchema(sdl).getType('Person');
  const program = isObjectType(person) ? person.getFields()[field] : undefined;
  if (program === undefined) throw new Error(`Person has no field ${field} in ${system}.`);
  return program;
}

/** Selects every field of the type except the named ones, including nested objects. Selects only the key of Person. */
export function everyField(type: GraphQLOutputType, personKey: string, except: readonly string[]): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  if (named.name === 'Person') return `{ ${personKey} }`;
  const fields = Object.values(named.getFields()).filter(({ name }) => !except.includes(name));
  return `{ ${fields.map((field) => `${field.name} ${everyField(field.type, personKey, except)}`).join(' ')} }`;
}
