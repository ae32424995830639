import type { SourceRecordResolvers } from '../../../schema/generated/identity.ts';
import { PERSON_INDEX } from '../../../schema/persons/personKeys.ts';
import { normalizeSsn } from '../linkage/normalize/normalizeNumbers.ts';

/** What a system wrote. Of a Social Security number only the last four digits leave the index. */
export const recordResolvers: SourceRecordResolvers = {
  person: ({ personId }, _args, { loaders }) => loaders.person.load({ system: PERSON_INDEX, value: personId }),
  given: ({ content }) => content.given,
  middle: ({ content }) => content.middle,
  family: ({ content }) => content.family,
  suffix: ({ content }) => content.suffix,
  birthDate: ({ content }) => content.birthDate,
  gender: ({ content }) => content.gender,
  ssnLastFour: ({ content }) => normalizeSsn(content.ssn).ssnLast4,
  street: ({ content }) => content.street,
  city: ({ content }) => content.city,
  state: ({ content }) => content.state,
  zip: ({ content }) => content.zip,
  phone: ({ content }) => content.phone,
  registeredAt: ({ registeredAt }) => registeredAt.toISOString(),
  personSince: ({ personSince }) => personSince.toISOString(),
};
