import type { MutationResolvers, QueryResolvers } from '../../../schema/generated/audit.ts';
import { requirePersonId } from '../../kit/values/requirePersonId.ts';
import { requireAuditor, requireOperator } from '../reader.ts';
import type { SuspensionRegister } from '../suspensions/suspensionRegister.ts';
import { assertSuspension, type Suspension } from '../suspensions/suspensions.ts';
import type { EntryAccess } from './entryAccess.ts';

export function suspensionQueries(
  suspensions: SuspensionRegister,
  { namesOf }: Pick<EntryAccess, 'namesOf'>,
): Pick<QueryResolvers, 'suspensions'> {
  return {
    suspensions: async (_, { personId }, context) => {
      requireAuditor(context.grant);
      const { clock, database } = context.system;
      const persons = personId == null ? undefined : await namesOf(database, requirePersonId('personId', personId));
      return (await suspensions.inForce(clock(), persons)).map(publicSuspension);
    },
  };
}

export function suspensionMutations(
  suspensions: SuspensionRegister,
  { pseudonymsOf }: Pick<EntryAccess, 'pseudonymsOf'>,
): Pick<MutationResolvers, 'suspendAccounting'> {
  return {
    suspendAccounting: async (_, { input }, context) => {
      const by = requireOperator(context.grant, 'AUDITOR');
      const { clock } = context.system;
      const personId = requirePersonId('personId', input.personId);
      const [person] = pseudonymsOf(personId);
      if (person === undefined) throw new Error('There is no key for references of persons.');
      const suspension: Suspension = {
        person,
        recipientAgency: input.recipientAgency,
        from: clock(),
        until: new Date(input.until),
        oral: input.oral ?? false,
        reference: input.reference,
        enteredBy: by.subject,
      };
      assertSuspension(suspension, personId);
      await suspensions.add(context.system, suspension, by);
      return { suspension: publicSuspension(suspension) };
    },
  };
}

function publicSuspension({ person, from, until, ...rest }: Suspension) {
  return { ...rest, person: person.toString('base64url'), from: from.toISOString(), until: until.toISOString() };
}
