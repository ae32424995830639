import { z } from 'zod';
import { type EmergencyReason, isEmergencyReason } from '../../schema/approvals/emergency.ts';
import { askEmou, type EmouConnection } from '../facts/emouClient.ts';
import type { GatewayQuery } from '../facts/gatewayQuery.ts';
import type { EmergencyDeclaration } from '../model/emergency.ts';
import type { Requester } from '../model/requester.ts';

/** An emergency as emou keeps it. */
export interface OpenedEmergency {
  readonly id: string;
  /** Of the first declaration, whatever was said later. */
  readonly reason: EmergencyReason;
  readonly household: readonly string[];
  readonly openedAt: string;
  readonly endsAt: string;
  /** False: it is over, and the same words do not open another. */
  readonly isOpen: boolean;
}

/** Why emou opened none: too many persons within the hour, or words that were said of another person. */
export type EmergencyRefusal = 'LIMIT' | 'SAME_WORDS';

/** Where emergencies are opened, so that each is on record before anything is shown by it. Everything may reject. */
export interface EmergencyRegister {
  /** Undefined when there is no such person; a text when it was refused. */
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

/** The person index knows who lives together; emou keeps the emergencies. Both are asked in the gateway's own name. */
export function createEmergencyRegister(askHousehold: GatewayQuery, emou: EmouConnection): EmergencyRegister {
  return {
    async open({ subject, agency, purpose, roles }, { reason, words, personId }, datasets) {
      const { person } = HouseholdAnswer.parse(await askHousehold({ id: personId }));
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
