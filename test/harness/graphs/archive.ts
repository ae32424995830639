import type { GuardedSubgraph } from './guardedSubgraph.ts';

/** What differs between two populations: the salt of these coordinates, and whether sealed files exist at all. */
export interface Population {
  salted: ReadonlySet<string>;
  hasSealed: boolean;
}

interface Row {
  readonly kind: string;
  readonly id: string;
}

const letter = (id: string): Row => ({ kind: 'Letter', id });
const record: Row = { kind: 'Record', id: 'r1' };
const sealed: Row = { kind: 'Sealed', id: 's1' };

/**
 * Systems with an interface that is an interface object elsewhere, unions, @requires, @provides and shared fields, each
 * guarded in some way, and none about a person. Every value tells the coordinate it belongs to.
 */
export function archive(population: Population): readonly GuardedSubgraph[] {
  const value = (coordinate: string, id: string): string =>
    `${coordinate} of ${id}${population.salted.has(coordinate) ? ', otherwise' : ''}`;
  const values = (type: string, fields: readonly string[]) =>
    Object.fromEntries(fields.map((field) => [field, ({ id }: Row) => value(`${type}.${field}`, id)]));
  const sealedFiles = (): readonly Row[] => (population.hasSealed ? [sealed] : []);
  const files = (): readonly Row[] => [letter('l1'), record, ...sealedFiles(), letter('l2')];
  const reference = { __resolveReference: ({ id }: { id: string }) => ({ id }) };
  const related = { related: files };
  return [
    {
      name: 'archive',
      sdl: `
        type Query {
          files: [File] @tag(name: "public")
          newest: File @tag(name: "public")
          hits: [Hit] @tag(name: "public")
          shelves: [Shelf] @tag(name: "public")
        }
        interface File @key(fields: "id") { id: ID! @tag(name: "public") title: String related: [File] }
        type Letter implements File @key(fields: "id") @tag(name: "no-person") {
          id: ID! @tag(name: "public")
          title: String @shareable @policy(policies: [["archive.letters"]])
          related: [File] @tag(name: "public")
          weight: String @policy(policies: [["archive.weights"]])
          shelf: Shelf @policy(policies: [["archive.shelves"], ["archive.letters"]])
        }
        type Record implements File @key(fields: "id") @tag(name: "no-person") {
          id: ID! @tag(name: "public")
          title: String @policy(policies: [["archive.records", "archive.notes"]])
          related: [File] @tag(name: "public")
          notes: String @policy(policies: [["archive.notes"]])
        }
        type Sealed implements File @key(fields: "id") @policy(policies: [["archive.sealed"]]) @tag(name: "no-person") {
          id: ID! @tag(name: "public") title: String related: [File]
          reason: String @policy(policies: [["archive.notes"]])
        }
        type Shelf @key(fields: "id") @tag(name: "no-person") {
          id: ID! @tag(name: "public")
          label: String @shareable @policy(policies: [["archive.shelves"]])
          holds: [Hit] @tag(name: "public")
        }
        union Hit = Letter | Sealed | Shelf`,
      resolvers: {
        File: { __resolveType: ({ kind, id }: Row) => kind ?? kindOf(id), ...reference },
        Hit: { __resolveType: ({ kind, id }: Row) => kind ?? kindOf(id) },
        Query: {
          files,
          newest: () => (population.hasSealed ? sealed : null),
          hits: () => [letter('l1'), ...sealedFiles(), { kind: 'Shelf', id: 'f1' }],
          shelves: () => [{ kind: 'Shelf', id: 'f1' }],
        },
        Letter: { ...reference, ...related, ...values('Letter', ['title', 'weight']), shelf: () => ({ id: 'f1' }) },
        Record: { ...reference, ...related, ...values('Record', ['title', 'notes']) },
        Sealed: { ...reference, ...related, ...values('Sealed', ['title', 'reason']) },
        Shelf: {
          ...reference,
          ...values('Shelf', ['label']),
          holds: () => [...sealedFiles(), letter('l2')],
        },
      },
    },
    {
      name: 'post',
      sdl: `
        type Query { parcels: [Parcel] @tag(name: "public") }
        type Parcel @key(fields: "id") @tag(name: "public") @tag(name: "no-person") {
          id: ID! @tag(name: "public") letter: Letter @provides(fields: "title") sender: String @policy(policies: [["post.senders"]])
        }
        type Letter @key(fields: "id") @tag(name: "no-person") {
          id: ID! @tag(name: "public")
          title: String @external
          weight: String @external
          postage: String @requires(fields: "weight") @policy(policies: [["archive.weights"]])
          stamp: String @policy(policies: [["post.senders"]])
        }
        type Shelf @key(fields: "id") @tag(name: "no-person") { id: ID! @tag(name: "public") label: String @shareable @tag(name: "public") room: String @tag(name: "public") }`,
      resolvers: {
        Query: { parcels: () => [{ id: 'p1' }] },
        Parcel: { ...reference, letter: () => ({ id: 'l1' }), ...values('Parcel', ['sender']) },
        Letter: {
          ...reference,
          ...values('Letter', ['title', 'stamp']),
          // Made of a value of another system.
          postage: ({ weight }: { weight: string }) => `Letter.postage for ${weight}`,
          __resolveReference: (row: object) => row,
        },
        Shelf: { ...reference, ...values('Shelf', ['label', 'room']) },
      },
    },
    {
      name: 'stats',
      sdl: `type File @interfaceObject @key(fields: "id") @tag(name: "no-person") {
        id: ID! @tag(name: "public") views: String @policy(policies: [["stats.views"]]) stars: String @tag(name: "public") }`,
      resolvers: { File: { ...reference, ...values('File', ['views', 'stars']) } },
    },
  ];
}

function kindOf(id: string): string {
  return { l: 'Letter', r: 'Record', s: 'Sealed', f: 'Shelf' }[id[0] ?? ''] ?? 'Letter';
}
