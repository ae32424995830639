import type { AccessRequestResolvers } from '../../../schema/generated/emou.ts';
import { federalApprovalOf } from '../agreement/federalApproval.ts';
import { movesOpenTo } from '../agreement/movesOpenTo.ts';
import { fieldTerms } from '../agreement/terms/terms.ts';
import type { RegisterRules } from '../register/register.ts';
import { agencyCode, conditionLists, fieldAccess } from './terms.ts';

const AS_ASKED = { fields: null, conditions: null, transforms: [], months: null, until: null };

export function accessRequestResolvers(rules: RegisterRules): AccessRequestResolvers {
  const { catalogue } = rules;
  return {
    requestingAgency: ({ state }) => agencyCode(state.requester),
    owner: ({ state }) => agencyCode(state.owner),
    dataset: ({ state }) => catalogue.datasets.get(state.terms.dataset) ?? null,
    purpose: ({ state }) => state.terms.purpose,
    justification: ({ events }) =>
      events.findLast(({ move }) => move.kind === 'DRAFT' || move.kind === 'REVISE')?.why ?? null,
    legalBasis: ({ state }) => state.terms.legalBasis,
    roles: ({ state }) => state.terms.roles,
    fields: ({ state }) => fieldAccess(fieldTerms(state.terms, AS_ASKED, state.terms.fields ?? [])),
    population: ({ state }) => state.terms.population,
    startsOn: ({ state }) => state.terms.startsOn,
    months: ({ state }) => state.terms.months,
    retentionDays: ({ state }) => state.terms.retentionDays,
    redisclosure: ({ state }) => state.terms.redisclosure,
    status: ({ state }) => state.status,
    basis: ({ state }) => state.basis,
    sequence: ({ state }) => state.sequence,
    submittedAt: ({ state }) => state.submittedAt?.toISOString() ?? null,
    submittedBy: ({ events }) => events.find(({ move }) => move.kind === 'SUBMIT')?.by.subject ?? null,
    due: ({ state }) => (state.due === null ? null : { ...state.due, moment: state.due.moment.toISOString() }),
    extended: ({ state }) => state.extended,
    extensionProposed: ({ state }) => state.extensionProposed,
    turn: ({ state }) => state.turn,
    possibleMoves: async ({ events }, _, { grant: { sub = '', agency, roles }, system: { database, clock } }) => {
      const calendar = await rules.calendarOf(database);
      return movesOpenTo({ subject: sub, agency, roles }, events, clock(), { ...rules, calendar });
    },
    nextChange: ({ state }) =>
      state.nextChange === null ? null : { at: state.nextChange.at.toISOString(), to: state.nextChange.to },
    appealUntil: ({ state }) => state.appealUntil?.toISOString() ?? null,
    decisionTarget: ({ state }) => state.decisionTarget?.toISOString() ?? null,
    suspended: ({ state }) => state.suspended,
    renewals: ({ state }) => state.renewals,
    renewalAsked: ({ state }) => state.renewalAsked,
    federal: ({ events }) => {
      const federal = federalApprovalOf(events);
      if (federal === null) return null;
      const { neededFrom, status, requested, decided } = federal;
      return {
        neededFrom,
        status,
        requestedAt: requested?.at.toISOString() ?? null,
        requestedFrom: requested?.from ?? null,
        rule: requested?.rule ?? null,
        reference: requested?.reference ?? null,
        decidedAt: decided?.at.toISOString() ?? null,
        decisionReference: decided?.reference ?? null,
      };
    },
    granted: ({ state }) => fieldAccess(state.granted),
    refused: ({ state: { refused } }) =>
      refused === null
        ? null
        : {
            fields: refused.fields,
            denials: refused.denials,
            offer:
              refused.offer === null
                ? null
                : { ...refused.offer, conditions: conditionLists(refused.offer.conditions) },
          },
    history: ({ events }) =>
      events.map(({ sequence, at, by, why, move: { kind, ...details } }) => ({
        sequence,
        at: at.toISOString(),
        kind,
        ...by,
        why,
        details: Object.keys(details).length === 0 ? null : JSON.stringify(details),
      })),
    approval: (agreement) => (agreement.state.granted.length === 0 ? null : agreement),
  };
}
