import type { ApolloServer } from '@apollo/server';
import { type GraphQLSchema, parse } from 'graphql';
import type { KeySet } from '../../keys/keySet.ts';
import { createGrantVerifier, type GrantVerifier } from './grants/grantVerifier.ts';
import { buildGuardedSchema } from './guards/buildGuardedSchema.ts';
import { type FieldGuards, readFieldGuards } from './guards/fieldGuards.ts';
import { createApollo } from './http/createApollo.ts';
import type { Log } from './log.ts';
import type { SubgraphContext, SubgraphSchema } from './subgraphDefinition.ts';

/** Everything that depends on a system's SDL. A request runs on one of these from beginning to end. */
export interface ServedSchema {
  readonly apollo: ApolloServer<SubgraphContext>;
  /** A verified grant holds decisions by the guards of this schema. */
  readonly grants: GrantVerifier;
  /** The field by which this system identifies persons. */
  readonly personKey: string | undefined;
}

export interface ServedSchemaOptions {
  readonly name: string;
  readonly keys: Pick<KeySet, 'find'>;
  readonly clock: () => Date;
  readonly log: Log;
}

interface GuardedSchema {
  readonly sdl: string;
  readonly guards: FieldGuards;
  readonly executable: GraphQLSchema;
}

/** What was built last for these resolvers: a process that starts the same system again builds nothing. */
const built = new WeakMap<object, GuardedSchema>();

function guardedSchemaOf({ schema: sdl, resolvers }: SubgraphSchema): GuardedSchema {
  const last = built.get(resolvers);
  if (last?.sdl === sdl) return last;
  const document = parse(sdl);
  const guards = readFieldGuards(document);
  const guarded = { sdl, guards, executable: buildGuardedSchema(document, resolvers, guards) };
  built.set(resolvers, guarded);
  return guarded;
}

/** Throws if the SDL leaves a field undecided or does not fit the resolvers. Start `apollo` before serving it. */
export function createServedSchema(
  schema: SubgraphSchema,
  { name, keys, clock, log }: ServedSchemaOptions,
): ServedSchema {
  const { executable, guards } = guardedSchemaOf(schema);
  return {
    apollo: createApollo(executable, name, log),
    grants: createGrantVerifier({ audience: name, keys, guards, clock }),
    personKey: guards.personKey,
  };
}
