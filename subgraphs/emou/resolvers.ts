import type { Resolvers } from '../../schema/generated/emou.ts';
import type { LoggedRules } from './register/register.ts';
import { accessRequestResolvers } from './resolvers/accessRequest.ts';
import { agreementQueries } from './resolvers/agreementQueries.ts';
import { approvalResolvers } from './resolvers/approval.ts';
import { approvalMutations } from './resolvers/approvalMutations.ts';
import { catalogueQueries } from './resolvers/catalogueQueries.ts';
import { consentMutations, consentQueries, consentResolvers } from './resolvers/consents.ts';
import { deadLetterMutations, deadLetterQueries } from './resolvers/deadLetters.ts';
import { emergencyMutations, emergencyQueries, emergencyResolvers } from './resolvers/emergencies.ts';
import { moveMutations } from './resolvers/moveMutations.ts';
import { reportRefusals } from './resolvers/reportRefusals.ts';

export function createEmouResolvers(rules: LoggedRules): Resolvers {
  const neverOpen = (dataset: string) =>
    rules.fieldsOf(dataset).own.flatMap(({ coordinate }) => rules.catalogue.hardBars.get(coordinate) ?? []);
  return {
    Query: {
      ...catalogueQueries(rules),
      ...agreementQueries(rules),
      ...consentQueries(rules),
      ...emergencyQueries(rules),
      ...deadLetterQueries,
    },
    Mutation: {
      ...reportRefusals(approvalMutations(rules)),
      ...reportRefusals(moveMutations(rules)),
      ...consentMutations(rules),
      ...emergencyMutations(rules),
      ...deadLetterMutations,
    },
    Dataset: {
      classification: (dataset) => dataset.class,
      emergencyRoles: ({ emergency }) => emergency?.roles ?? null,
      fields: ({ id }) =>
        rules
          .fieldsOf(id)
          .own.filter(({ coordinate }) => !rules.catalogue.hardBars.has(coordinate))
          .map(({ coordinate, transforms }) => ({ coordinate, transforms: [...transforms, 'REDACT'] })),
      neverOpen: (dataset) => neverOpen(dataset.id).map(({ field, bar, law }) => ({ coordinate: field, bar, law })),
    },
    Approval: approvalResolvers(rules),
    AccessRequest: accessRequestResolvers(rules),
    Consent: consentResolvers,
    Emergency: emergencyResolvers,
  };
}
