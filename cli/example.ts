import { demonstrationHousehold } from '../population/demonstration/demonstrationHousehold.ts';

/** Query of a DCFS caseworker about a child in the state's care: the household, and each member in every system. */
const QUERY = `query ChildAndHousehold($id: ID!) {
  person(id: $id) {
    id
    name { given family }
    birthDate
    household {
      id
      address { street city state zip county }
      members {
        id
        name { given family }
        birthDate
        relationships { kind person { id } }
        snap { status certificationEnd redeterminationDue expeditedService office }
        tanf { status childOnly redeterminationDue grantAmount lastPaymentDate }
        medicaid {
          status eligibilityGroup coverageStart redeterminationDate managedCarePlan
          primaryCareProvider { name npi }
        }
        corrections {
          status parentInstitution admissionDate projectedMsrDate
          sentences { class offense sentenceYears county }
        }
        education { status schoolYear gradeLevel homeSchool { name } daysPresent daysUnexcused chronicAbsence }
        weatherization {
          status benefitType benefitAmount disconnectionStatus
          dwellingType healthSafetyFindings
        }
        childWelfare { status legalStatus permanencyGoal nextHearing placementType placementStart }
      }
    }
  }
}
`;

export interface Example {
  readonly query: string;
  readonly variables: { readonly id: string };
  readonly persons: readonly { readonly id: string; readonly label: string }[];
}

/** A ready query about the demonstration household, which every population contains. */
export const example: Example = {
  query: QUERY,
  variables: { id: wardId() },
  persons: demonstrationHousehold.persons.map(({ id, label }) => ({ id, label })),
};

function wardId(): string {
  const ward = demonstrationHousehold.persons.find(({ label }) => label === 'ward');
  if (ward === undefined) throw new Error('The demonstration household has no ward.');
  return ward.id;
}
