import { STAFF_ROLES } from '../../../schema/catalog/roles.ts';
import type { QueryResolvers } from '../../../schema/generated/identity.ts';
import type { GrantClaims } from '../../../schema/tokens/grant.ts';
import { isPossibleKey } from '../../kit/database/keyedLoader.ts';
import { statement } from '../../kit/database/statement.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import { createPersonalData } from '../personalData/personalData.ts';
import { type PersonKeyFields, personKeyById } from '../personKeys.ts';
import type { OwnerOfSystem } from './systemOwners.ts';

/** A person has a handful of numbers in one system. */
const numbersOfPerson = statement<{
  readonly system: string;
  readonly number: string;
  readonly current: boolean;
}>(
  'identity.ownNumbers',
  `select system, encode(number, 'hex') as number, is_current as current from system_number
   where person_id = $1::uuid and system = any($2::text[]) limit 100`,
);

/** Resolvers by which an agency finds a person by its own number, and its own numbers of a person. */
export function ownNumberResolvers(
  { fieldOfSystem }: PersonKeyFields,
  ownerOf: OwnerOfSystem,
): Pick<Required<QueryResolvers>, 'personOfNumber' | 'ownNumbers'> {
  const ownSystems = ({ agency, roles }: GrantClaims): readonly string[] => {
    const isStaff = roles.some((role) => (STAFF_ROLES as readonly string[]).includes(role));
    return isStaff ? [...fieldOfSystem.keys()].filter((system) => ownerOf(system) === agency) : [];
  };
  return {
    personOfNumber: async (_, { system, number }, { grant, loaders }) => {
      // One message for systems of others and systems that do not exist.
      if (!ownSystems(grant).includes(system)) {
        throw new PublicError('FORBIDDEN', 'Only the agency that owns a system finds persons by its numbers.');
      }
      return isPossibleKey(number) ? loaders.person.load({ system, value: number }) : null;
    },
    ownNumbers: async (_, { personId }, { grant, loaders, system: { database, encryption } }) => {
      const key = personKeyById(personId);
      const person = key === null ? null : await loaders.person.load(key);
      if (person === null) return null;
      const data = createPersonalData(encryption);
      const rows = await database.rows(numbersOfPerson, [person.id, ownSystems(grant)]);
      return rows
        .map(({ system, number, current }) => ({ system, number: data.openNumber(system, person.id, number), current }))
        .sort((a, b) => Number(b.current) - Number(a.current) || (a.system + a.number < b.system + b.number ? -1 : 1));
    },
  };
}
