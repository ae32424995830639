import type { HouseholdRecords } from '../householdRecords.ts';
import type { PersonRow } from '../systems/identity.ts';
import { demonstrationBenefitHistory } from './demonstrationBenefitHistory.ts';
import { demonstrationBenefits } from './demonstrationBenefits.ts';
import { demonstrationHousehold } from './demonstrationHousehold.ts';
import { demonstrationNumbers } from './demonstrationNumbers.ts';
import * as people from './demonstrationPeople.ts';
import { demonstrationServiceHistory } from './demonstrationServiceHistory.ts';
import { demonstrationServices } from './demonstrationServices.ts';

const [grandmother, daughter, partner, ward, child] = demonstrationHousehold.persons;

const unknown = {
  snapClientId: null,
  tanfClientId: null,
  medicaidRin: null,
  idocNumber: null,
  sisId: null,
  energyClientId: null,
  cypId: null,
} as const;

const common = {
  householdId: demonstrationHousehold.householdId,
  middleName: null,
  suffix: null,
  primaryLanguage: 'en',
  living: true,
  ...unknown,
} as const;

const persons: readonly PersonRow[] = [
  {
    ...common,
    ...people.grandmother,
    personId: grandmother.id,
    middleName: 'Mae',
    gender: 'FEMALE',
    medicaidRin: demonstrationNumbers.grandmotherRin,
    energyClientId: demonstrationNumbers.grandmotherEnergy,
  },
  {
    ...common,
    ...people.daughter,
    personId: daughter.id,
    middleName: 'Renee',
    gender: 'FEMALE',
    snapClientId: demonstrationNumbers.daughterSnap,
    tanfClientId: demonstrationNumbers.daughterTanf,
    medicaidRin: demonstrationNumbers.daughterRin,
    energyClientId: demonstrationNumbers.daughterEnergy,
  },
  {
    ...common,
    ...people.partner,
    personId: partner.id,
    middleName: 'Anthony',
    gender: 'MALE',
    idocNumber: demonstrationNumbers.partnerIdoc,
  },
  {
    ...common,
    ...people.ward,
    personId: ward.id,
    middleName: 'Nicole',
    gender: 'FEMALE',
    medicaidRin: demonstrationNumbers.wardRin,
    sisId: demonstrationNumbers.wardSis,
    energyClientId: demonstrationNumbers.wardEnergy,
    cypId: demonstrationNumbers.wardCyp,
  },
  {
    ...common,
    ...people.child,
    personId: child.id,
    middleName: 'James',
    gender: 'MALE',
    snapClientId: demonstrationNumbers.childSnap,
    tanfClientId: demonstrationNumbers.childTanf,
    medicaidRin: demonstrationNumbers.childRin,
    sisId: demonstrationNumbers.childSis,
    energyClientId: demonstrationNumbers.childEnergy,
  },
];

/** All records of the demonstration household; the same for every seed. */
export const demonstrationRecords: HouseholdRecords = {
  ...demonstrationBenefits,
  custodyRecords: demonstrationServices.custodyRecords,
  sentences: demonstrationServices.sentences,
  students: demonstrationServices.students,
  energyApplications: demonstrationServices.energyApplications,
  energyClients: demonstrationServices.energyClients,
  childWelfareCases: demonstrationServices.childWelfareCases,
  children: demonstrationServices.children,
  caseAssignments: demonstrationServices.caseAssignments,
  snapEvents: demonstrationBenefitHistory.snapEvents,
  tanfEvents: demonstrationBenefitHistory.tanfEvents,
  medicaidEvents: demonstrationBenefitHistory.medicaidEvents,
  custodyEvents: demonstrationServiceHistory.custodyEvents,
  educationEvents: demonstrationServiceHistory.educationEvents,
  energyEvents: demonstrationServiceHistory.energyEvents,
  childWelfareEvents: demonstrationServiceHistory.childWelfareEvents,
  households: [
    {
      householdId: demonstrationHousehold.householdId,
      street: '7321 S Champlain Avenue Apt 2',
      city: 'Chicago',
      state: 'IL',
      zip: '60619',
      county: 'Cook',
      countyFips: '17031',
      addressProtected: false,
    },
  ],
  persons,
  relationships: (
    [
      [grandmother, daughter, 'CHILD', 'MTH'],
      [grandmother, ward, 'GRCHILD', 'GRPRN'],
      [grandmother, child, 'GRCHILD', 'GRPRN'],
      [daughter, partner, 'DOMPART', 'DOMPART'],
      [daughter, ward, 'CHILD', 'MTH'],
      [daughter, child, 'CHILD', 'MTH'],
      [partner, child, 'CHILD', 'FTH'],
      [ward, child, 'SIB', 'SIB'],
    ] as const
  ).flatMap(([one, other, kind, inverse]) => [
    { personId: one.id, otherPersonId: other.id, kind },
    { personId: other.id, otherPersonId: one.id, kind: inverse },
  ]),
};
