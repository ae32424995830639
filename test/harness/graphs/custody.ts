import type { GuardedSubgraph } from './guardedSubgraph.ts';

/** Data of each agency about a person; every value is unique, so that a test can look for it in a request. */
export interface CustodyRecord {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string;
  readonly taxNumber: string;
  readonly parent?: string;
}

export const wanda: CustodyRecord = {
  id: 'p-wanda',
  name: 'Wanda',
  birthDate: '2015-06-09',
  taxNumber: 'tax-of-wanda',
  parent: 'p-oscar',
};
export const oscar: CustodyRecord = {
  id: 'p-oscar',
  name: 'Oscar',
  birthDate: '1985-01-31',
  taxNumber: 'tax-of-oscar',
};
const records = [wanda, oscar];
const find = (id: unknown) => records.find((record) => record.id === id);

/**
 * One agency knows persons, another computes custody from the date of birth (`@requires`), a third is keyed by the tax
 * number alone, and a fourth by the tax number or the id.
 */
export const custody: readonly GuardedSubgraph[] = [
  {
    name: 'people',
    sdl: `
      type Query {
        person(id: ID! @tag(name: "public")): Person @tag(name: "public")
        persons: [Person] @tag(name: "public")
      }
      type Person @key(fields: "id") @key(fields: "taxNumber") {
        id: ID! @tag(name: "public")
        name: String @tag(name: "public")
        birthDate: String @policy(policies: [["people.births"]])
        taxNumber: String @policy(policies: [["people.taxes"]])
        weight: Int @policy(policies: [["people.weights"]])
        parent: Person @tag(name: "public")
      }`,
    resolvers: {
      Query: { person: (_: unknown, { id }: { id: string }) => find(id), persons: () => records },
      Person: {
        __resolveReference: ({ id, taxNumber }: { id?: string; taxNumber?: string }) =>
          find(id) ?? records.find((record) => record.taxNumber === taxNumber),
        parent: ({ parent }: CustodyRecord) => find(parent),
        weight: () => 70,
      },
    },
  },
  {
    name: 'court',
    sdl: `
      type Person @key(fields: "id") {
        id: ID! @tag(name: "public")
        birthDate: String @external
        custody: String @requires(fields: "birthDate") @policy(policies: [["court.custody", "people.births"]])
        hearing: Hearing @policy(policies: [["court.custody"]])
      }
      type Hearing {
        judge: String @policy(policies: [["court.custody"]])
        day: String @policy(policies: [["court.custody"]])
      }`,
    resolvers: {
      Person: {
        __resolveReference: (reference: object) => reference,
        custody: ({ birthDate }: { birthDate?: string }) => `custody since ${birthDate}`,
        hearing: () => ({ judge: 'Judge Dredd', day: 'Monday' }),
      },
    },
  },
  {
    name: 'revenue',
    sdl: `
      type Person @key(fields: "taxNumber") {
        taxNumber: String @policy(policies: [["people.taxes"]])
        income: String @policy(policies: [["revenue.income"]])
      }`,
    resolvers: {
      Person: {
        __resolveReference: (reference: object) => reference,
        income: ({ taxNumber }: { taxNumber: string }) => `income of ${taxNumber}`,
      },
    },
  },
  {
    name: 'housing',
    sdl: `
      type Person @key(fields: "taxNumber") @key(fields: "id") {
        id: ID! @tag(name: "public")
        taxNumber: String @policy(policies: [["people.taxes"]])
        rent: String @policy(policies: [["housing.rent"]])
      }`,
    resolvers: {
      Person: {
        __resolveReference: (reference: object) => reference,
        rent: ({ id, taxNumber }: { id?: string; taxNumber?: string }) => `rent of ${id ?? taxNumber}`,
      },
    },
  },
];
