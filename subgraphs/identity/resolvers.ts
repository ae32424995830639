import type { MutationResolvers, QueryResolvers, Resolvers } from '../../schema/generated/identity.ts';
import { isUuid } from '../../schema/values/uuid.ts';
import { PublicError } from '../kit/errors/publicError.ts';
import type { ChangeResolvers } from './changes/resolvers.ts';
import type { IdentityContext } from './loaders.ts';
import type { FactSourceUrls } from './personFacts.ts';
import { type PersonKeyFields, personKeyById, personKeyOf } from './personKeys.ts';
import type { PersonRecord } from './records.ts';
import { readDependents, readResident } from './resident.ts';
import { searchPersons } from './search/searchPersons.ts';

const MAX_PERSONS = 100;

/** What finds and links persons by records. */
export interface ResolversOfLinks {
  readonly changes: ChangeResolvers;
  readonly mutations: MutationResolvers;
  readonly queries: QueryResolvers;
}

/** Creates the resolvers. `sources` are asked which children are wards of the state. */
export function createIdentityResolvers(
  sources: FactSourceUrls,
  keys: PersonKeyFields,
  { changes, mutations, queries }: ResolversOfLinks,
): Resolvers {
  return {
    ...resolvers,
    ...changes,
    Query: { ...resolvers.Query, ...changes.Query, ...queries },
    Mutation: { ...mutations, ...changes.Mutation },
    Person: {
      ...resolvers.Person,
      ...numberResolvers(keys),
      __resolveReference: (reference, { loaders }) => {
        const key = personKeyOf(reference, keys);
        return key === null ? null : loaders.person.load(key);
      },
    },
    Resident: { dependents: ({ personId }, _args, context) => readDependents(personId, context, sources) },
  };
}

/** Resolvers of the key fields: the person's current number in each system. */
function numberResolvers({ fieldOfSystem }: PersonKeyFields) {
  return Object.fromEntries(
    [...fieldOfSystem].map(([system, field]) => [field, (person: PersonRecord) => person.numberIn(system)]),
  );
}

const resolvers: Resolvers = {
  Query: {
    me: (_query, _args, context) => readResident(context),
    person: (_query, { id }, { loaders }) => loadPerson(id, loaders),
    persons: (_query, { ids }, { loaders }) => {
      if (ids.length > MAX_PERSONS)
        throw new PublicError('BAD_USER_INPUT', `Request at most ${MAX_PERSONS} persons at a time.`);
      // Removes repeated ids: a list of equal ids would otherwise multiply everything below it.
      const distinct = new Set(ids.map((id) => id.toLowerCase()));
      return Promise.all([...distinct].map((id) => loadPerson(id, loaders)));
    },
    household: (_query, { id }, { loaders }) => loadHousehold(id, loaders),
    searchPersons: (_query, { name, birthDate, first }, { system }) =>
      searchPersons(system, { name: name ?? null, birthDate: birthDate ?? null, first: first ?? 10 }),
  },
  Person: {
    name: ({ given, middle, family, suffix }) => ({ given, middle, family, suffix }),
    // What is decrypted when it is read is no property of the record's own, so it has no default resolver.
    birthDate: ({ birthDate }) => birthDate,
    gender: ({ gender }) => gender,
    primaryLanguage: ({ primaryLanguage }) => primaryLanguage,
    household: ({ householdId }, _args, { loaders }) =>
      householdId === null ? null : loaders.household.load(householdId),
    relationships: ({ id }, _args, { loaders }) => loaders.relationships.load(id),
  },
  Household: {
    __resolveReference: ({ id }, { loaders }) => (typeof id === 'string' ? loadHousehold(id, loaders) : null),
    address: ({ addressProtected, street, city, state, zip, county, countyFips }) =>
      addressProtected ? null : { street, city, state, zip, county, countyFips },
    members: ({ id }, _args, { loaders }) => loaders.members.load(id),
  },
  Relationship: {
    person: (relationship) => relationship,
  },
};

async function loadPerson(id: string, loaders: IdentityContext['loaders']) {
  const key = personKeyById(id);
  return key === null ? null : loaders.person.load(key);
}

async function loadHousehold(id: string, loaders: IdentityContext['loaders']) {
  return isUuid(id) ? loaders.household.load(id.toLowerCase()) : null;
}
