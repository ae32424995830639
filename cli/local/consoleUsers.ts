import type { DevelopmentUser } from '../../console/development/developmentUser.ts';
import { demonstrationHousehold } from '../../population/demonstration/demonstrationHousehold.ts';
import { daughter, grandmother } from '../../population/demonstration/demonstrationPeople.ts';
import { signatories } from '../../schema/catalog/agencies.ts';
import { GOVERNORS_OFFICE } from '../../subgraphs/emou/agreement/terms/vocabulary.ts';

const AT_WORK = 'At work with people';
const AGREEMENT = 'The agreement';
const OVERSIGHT = 'Oversight';
const WHO_IS_WHO = 'Who is who';
const PUBLISHING = 'The graph';
const RESIDENTS = 'Residents of the demonstration household';

const staff = (
  group: string,
  agency: string,
  name: string,
  roles: readonly string[],
  purposes: readonly string[],
  description: string,
  subject = `${agency.toLowerCase()}.${(roles[0] ?? '').toLowerCase()}`,
): DevelopmentUser => ({ subject, name, agency, roles, purposes, group, description });

function resident(
  label: (typeof demonstrationHousehold.persons)[number]['label'],
  { givenName, familyName }: { readonly givenName: string; readonly familyName: string },
  description: string,
): DevelopmentUser {
  const id = demonstrationHousehold.persons.find((person) => person.label === label)?.id ?? '';
  return {
    ...staff(RESIDENTS, 'DOIT', `${givenName} ${familyName}`, ['RESIDENT'], ['SUBJECT_REQUEST'], description),
    subject: `person:${id}`,
    familyName,
  };
}

/** Users of the development login, with the subjects that the demonstration household's case is assigned to. */
export const consoleUsers: readonly DevelopmentUser[] = [
  staff(
    ...([
      AT_WORK,
      'DCFS',
      'Caseworker, foster care',
      ['CASEWORKER'],
      ['FOSTER_CARE_CASE', 'CHILD_PROTECTION'],
    ] as const),
    'Carries the case of the ward in the demonstration household. Start here.',
  ),
  staff(
    ...([AT_WORK, 'DCFS', 'Investigator, child protection', ['INVESTIGATOR'], ['CHILD_PROTECTION']] as const),
    'Investigates a report about the younger child. Sees less, and can request access.',
  ),
  {
    ...staff(
      ...([
        AT_WORK,
        'DCFS',
        'Supervisor, child protection',
        ['SUPERVISOR'],
        ['CHILD_PROTECTION', 'FOSTER_CARE_CASE'],
      ] as const),
      "Compares what two purposes open in the explorer. Has the household's surname.",
    ),
    familyName: 'Coleman',
  },
  {
    ...staff(
      ...([AT_WORK, 'IDHS', 'Caseworker, SNAP and TANF', ['CASEWORKER'], ['BENEFIT_ELIGIBILITY']] as const),
      "Sees the data of the own agency, and what other agencies approved. Has the household's surname.",
    ),
    familyName: 'Coleman',
  },
  staff(
    ...([AT_WORK, 'DCEO', 'Caseworker, energy assistance', ['CASEWORKER'], ['ENERGY_ASSISTANCE']] as const),
    'Sees age bands instead of birth dates.',
  ),
  ...signatories.map(({ code, name }) =>
    staff(
      AGREEMENT,
      code,
      `Data officer, ${name}`,
      ['DATA_OFFICER'],
      ['DATA_GOVERNANCE'],
      'Requests datasets and answers requests.',
    ),
  ),
  staff(
    ...([AGREEMENT, 'DOIT', 'State CIO', ['DATA_STEWARD'], ['DATA_GOVERNANCE']] as const),
    'Decides escalated denials, and suspends access.',
  ),
  staff(
    ...([AGREEMENT, 'HFS', 'Federal liaison, HFS', ['FEDERAL_LIAISON'], ['DATA_GOVERNANCE']] as const),
    'Records what the federal agency was asked and what it decided.',
  ),
  staff(
    ...([AGREEMENT, 'IDHS', 'Data steward, IDHS', ['DATA_STEWARD'], ['DATA_GOVERNANCE']] as const),
    "Reviews emergencies that opened the agency's data.",
  ),
  staff(
    ...([AGREEMENT, GOVERNORS_OFFICE, "Governor's office", ['COO'], ['DATA_GOVERNANCE']] as const),
    'Has the last word on appeals.',
  ),
  staff(OVERSIGHT, 'DOIT', 'Auditor, whole log', ['AUDITOR'], ['AUDIT'], 'Reads and verifies the disclosure log.'),
  staff(
    OVERSIGHT,
    'IDHS',
    'Auditor, IDHS',
    ['AUDITOR'],
    ['AUDIT'],
    "Reads what was disclosed of the agency's datasets.",
  ),
  ...(['First steward of record links', 'Second steward of record links'] as const).map((name, at) =>
    staff(
      ...([WHO_IS_WHO, 'DOIT', name, ['DATA_STEWARD'], ['DATA_GOVERNANCE']] as const),
      at === 0
        ? 'Decides which records are of one person. What changes persons takes two stewards.'
        : 'Gives the second, independent answer, and approves or refuses proposals.',
      `doit.link_steward.${at + 1}`,
    ),
  ),
  ...(['DCEO', 'IDHS'] as const).map((agency) =>
    staff(
      PUBLISHING,
      agency,
      `Schema publisher, ${agency}`,
      ['SCHEMA_PUBLISHER'],
      ['DATA_GOVERNANCE'],
      "Checks and publishes the agency's subgraphs.",
    ),
  ),
  resident('grandmother', grandmother, 'Sees who looked at her data, asks about it, and takes consents back.'),
  resident('daughter', daughter, 'Mother of both children; gave and took back consents.'),
];
