import { example } from '../../cli/example.ts';

export const ATTACK_NAMES = ['responses', 'operations'] as const;

/** The body of one request of an attack, by its number. */
type Attack = (number: number) => object;

const MEMBERS = 'household { members { household { members { household { members { id } } } } } }';
const responses = {
  query: `query Attack($ids: [ID!]!) { ${numbers(90)
    .map((alias) => `p${alias}: persons(ids: $ids) { ${MEMBERS} }`)
    .join(' ')} }`,
  variables: { ids: numbers(100).map(() => example.variables.id) },
};

const FIELDS = `id birthDate gender primaryLanguage living name { given middle family suffix }
  household { id address { street city state zip county } }
  snap { status certificationEnd redeterminationDue expeditedService office }
  tanf { status childOnly redeterminationDue grantAmount }
  medicaid { status eligibilityGroup coverageStart redeterminationDate }
  education { status schoolYear gradeLevel }
  corrections { status parentInstitution admissionDate }
  weatherization { status benefitType dwellingType }`;
const ALIASES = numbers(75)
  .map((alias) => `a${alias}: person(id: $id) { ...F }`)
  .join(' ');

export const attacks: Readonly<Record<(typeof ATTACK_NAMES)[number], Attack>> = {
  /** Few bytes, large responses: aliases over persons, and their household's members three times over (16 KB). */
  responses: () => responses,
  /** A new operation each time (3 KB): 75 aliases of a fragment of 40 fields. */
  operations: (number) => ({
    query: `query Op${number}($id: ID!) { ${ALIASES} } fragment F on Person { ${FIELDS} }`,
    variables: { id: example.variables.id },
  }),
};

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}
