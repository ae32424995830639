import { z } from 'zod';
import { type EmergencyReason, isEmergencyReason } from '../../schema/approvals/emergency.ts';
import { askEmou, type EmouConnection } from '../facts/emouClient.ts';
import type { GatewayQuery } from '../facts/gatewayQuery.ts';
import type { EmergencyDeclaration } from '../model/emergency.ts';
import type { Requester } from '../model/requester.ts';

/** An emergency as emou recorded it. */
export interface OpenedEmergency {
  readonly id: string;
  /** Time of the first declaration, whatever was declared later. */
  readonly reason: EmergencyReason;
  readonly household: readonly string[];
  readonly openedAt: string;
  readonly endsAt: string;
  /** False if it is over. The same words do not open another. */
  readonly isOpen: boolean;
}

/** Why emou did not open it: too many persons within the hour, or the words of another person's emergency. */
export type EmergencyRefusal = 'LIMIT' | 'SAME_WORDS';

/** Register of emergencies: each is recorded before anything is shown because of it. Every method may reject. */
export interface EmergencyRegister {
  /** Undefined if there is no such person; a text if it was refused. */
  open(
    requester: Requester,
    declaration: EmergencyDeclaration,
    datasets: readonly string[],
  ): Promise<OpenedEmergency | EmergencyRefusal | undefined>;
  recordDisclosed(
    emergencyId: string,
    shown: readonly { readonly personId: string; readonly datasets: readonly string[] }[],
  ): Promise<void>;
}

export const HOUSEHOLD_QUERY = 'query Household($id: ID!) { person(id: $id) { id household { members { id } } } }';

const HouseholdAnswer = z.object({
  person: z
    .object({
      id: z.string(),
      household: z.object({ members: z.array(z.object({ id: z.string() })).nullable() }).nullable(),
    })
    .nullable(),
});

const OPEN = `mutation OpenEmergency($input: OpenEmergencyInput!) {
  openEmergency(input: $input) { id reason household openedAt endsAt isOpen refusal }
}`;

const OpenAnswer = z.object({
  data: z.object({
    openEmergency: z.union([
      z.object({ refusal: z.enum(['LIMIT', 'SAME_WORDS']) }),
      z.object({
        refusal: z.null(),
        id: z.string(),
        reason: z.string().refine(isEmergencyReason),
        household: z.array(z.string()),
        openedAt: z.iso.datetime(),
        endsAt: z.iso.datetime(),
        isOpen: z.boolean(),
      }),
    ]),
  }),
});

const RECORD_DISCLOSED = `mutation EmergencyShown($id: ID!, $shown: [EmergencyShownInput!]!) {
  recordEmergencyShown(emergencyId: $id, shown: $shown)
}`;

const DisclosedAnswer = z.object({ data: z.object({ recordEmergencyShown: z.literal(true) }) });

/** Register in emou, with households from the person index. Both are called with the gateway's own grant. */
export function createEmergencyRegister(askHousehold: GatewayQuery, emou: EmouConnection): EmergencyRegister {
  return {
    async open({ subject, agency, purpose, roles }, { reason, words, personId }, datasets) {
      const { person } = HouseholdAnswer.parse(await askHousehold.run({ id: personId }));
      if (person === null) return undefined;
      const household = [person.id, ...(person.household?.members ?? []).map(({ id }) => id)];
      const asked = { requester: subject, agency, purpose, roles, personId: person.id, household };
      const answer = await askEmou(emou, OPEN, { input: { ...asked, reason, words, datasets } });
      const { refusal, ...opened } = OpenAnswer.parse(answer).data.openEmergency;
      return refusal ?? (opened as OpenedEmergency); // the union's other member
    },
    async recordDisclosed(id, shown) {
      DisclosedAnswer.parse(await askEmou(emou, RECORD_DISCLOSED, { id, shown }));
    },
  };
}
