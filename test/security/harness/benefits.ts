import type { GuardedSubgraph } from '../../harness/graphs/guardedSubgraph.ts';

/** Values that are never shown without an approval. */
export const secrets = { birthDate: '1815-12-10', status: 'ACTIVE-BENEFIT', amount: 471_142, officer: 'B. Babbage' };
export const ada = 'p-ada';
export const bob = 'p-bob';

const persons = [
  { id: ada, caseNumber: 'C-1', name: 'Ada', birthDate: secrets.birthDate, friends: [bob] },
  { id: bob, caseNumber: 'C-2', name: 'Bob', birthDate: '1815-06-09', friends: [ada] },
];
const find = (id: string) => persons.find((person) => person.id === id);

/** Two agencies: one knows persons, the other what Ada receives. Names are open, everything else is guarded. */
export const benefits: readonly GuardedSubgraph[] = [
  {
    name: 'people',
    sdl: `
      type Query {
        person(id: ID! @tag(name: "public")): Person @tag(name: "public")
        everybody(
          by: Order @tag(name: "public")
          in: Place @tag(name: "public")
          born: String @tag(name: "filters/people/births")
        ): [Person] @tag(name: "public")
      }
      enum Order { NAME FRIENDS }
      input Place { town: String }
      type Mutation { forget(id: ID! @tag(name: "public")): Int @policy(policies: [["people.births"]]) }
      type Person @key(fields: "id") @key(fields: "caseNumber") {
        id: ID! @tag(name: "public")
        caseNumber: ID @inaccessible
        name: String @tag(name: "public")
        birthDate: String @policy(policies: [["people.births"]])
        friends: [Person] @tag(name: "public")
      }`,
    resolvers: {
      Query: { person: (_: unknown, { id }: { id: string }) => find(id), everybody: () => persons },
      Mutation: { forget: () => 1 },
      Person: { friends: ({ friends }: { friends: readonly string[] }) => friends.map(find) },
    },
  },
  {
    name: 'payments',
    sdl: `
      type Person @key(fields: "caseNumber") {
        caseNumber: ID @inaccessible
        benefit: Benefit @policy(policies: [["payments.status"]])
      }
      type Benefit {
        status: String @policy(policies: [["payments.status"]])
        amount: Int @policy(policies: [["payments.amounts"]])
        officer: String @policy(policies: [["payments.officers"]])
      }`,
    resolvers: {
      Person: {
        __resolveReference: (key: object) => key,
        benefit: ({ caseNumber }: { caseNumber: string }) => (caseNumber === 'C-1' ? secrets : null),
      },
    },
  },
];
