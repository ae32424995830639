import type { MutationResolvers } from '../../../schema/generated/identity.ts';
import type { GrantClaims } from '../../../schema/tokens/grant.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import type { OwnerOfSystem } from '../ownNumbers/systemOwners.ts';
import type { PersonKeyFields } from '../personKeys.ts';
import { publicExplanation } from './explanation.ts';
import { readContent, requireNumber } from './recordInput.ts';
import type { RecordRegister } from './recordRegister.ts';

const OPERATOR = 'DOIT';
const PURPOSE = 'DATA_GOVERNANCE';

/** @param records undefined: this person index has no log, so nothing can be registered */
export function registerResolvers(
  { fieldOfSystem }: PersonKeyFields,
  ownerOf: OwnerOfSystem,
  records: RecordRegister | undefined,
): Pick<Required<MutationResolvers>, 'registerRecord'> {
  return {
    registerRecord: async (_, { input }, { grant, system: index }) => {
      const { system, number } = input;
      const { by, limited } = requireRegistrar(grant, ownerOf(system));
      if (!fieldOfSystem.has(system)) {
        const known = [...fieldOfSystem.keys()].join(', ');
        throw new PublicError('BAD_USER_INPUT', `system must be one that has a key of persons: ${known}.`);
      }
      if (records === undefined) {
        throw new PublicError('AUDIT_UNAVAILABLE', 'This person index has no log to record links.');
      }
      requireNumber('number', number);
      const householdOfNumber = input.householdOfNumber ?? null;
      if (householdOfNumber !== null) requireNumber('householdOfNumber', householdOfNumber);
      const content = readContent(input);
      const outcome = await records.register(index, { system, number, content, householdOfNumber, by, limited });
      const { personId, decision, changed, explanation } = outcome;
      return { personId, decision, changed, explanation: explanation && publicExplanation(explanation) };
    },
  };
}

/** Returns who registers. Throws FORBIDDEN for everyone but the owner's data officers and the steward. */
function requireRegistrar({ agency, roles, purpose, sub }: GrantClaims, owner: string | undefined) {
  const isSteward = agency === OPERATOR && roles.includes('DATA_STEWARD');
  const isOfficer = owner !== undefined && agency === owner && roles.includes('DATA_OFFICER');
  if (purpose !== PURPOSE || !(isSteward || isOfficer)) {
    throw new PublicError(
      'FORBIDDEN',
      `Only a data officer of the agency that owns the system, or the data steward of ${OPERATOR}, registers records ` +
        `(purpose ${PURPOSE}).`,
    );
  }
  if (sub === undefined || sub.trim() === '') {
    throw new PublicError(
      'FORBIDDEN',
      'Your token has no subject (claim sub), so this cannot be recorded. Sign in as a person.',
    );
  }
  return { by: { subject: sub, agency }, limited: !isSteward };
}
