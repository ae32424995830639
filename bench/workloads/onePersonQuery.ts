/** A child's worker looks at one person: what each system holds of them. */
export const ONE_PERSON_QUERY = `query OnePerson($id: ID!) {
  person(id: $id) {
    id
    name { given family }
    birthDate
    snap { status certificationEnd redeterminationDue }
    tanf { status childOnly redeterminationDue grantAmount }
    medicaid { status eligibilityGroup coverageStart redeterminationDate primaryCareProvider { name npi } }
    corrections { status parentInstitution admissionDate projectedMsrDate }
    education { status schoolYear gradeLevel homeSchool { name } }
    weatherization { status benefitType disconnectionStatus dwellingType }
    childWelfare { status legalStatus permanencyGoal placementType }
  }
}
`;
