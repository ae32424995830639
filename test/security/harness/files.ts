import type { GuardedSubgraph } from '../../harness/graphs/guardedSubgraph.ts';

const letter = { kind: 'Letter', id: 'l1', title: 'a letter', pages: 2 };
const record = { kind: 'Record', id: 'r1', title: 'a record', related: [], notes: 'a note' };
const sealed = { kind: 'Sealed', id: 's1', title: 'a secret', related: [], reason: 'a reason' };
const all = [letter, record, sealed];

/** Files of three kinds: open to everyone, guarded field by field, and guarded as a whole. */
const archive: GuardedSubgraph = {
  name: 'archive',
  sdl: `
    type Query {
      files: [File] @tag(name: "public")
      newest: File @tag(name: "public")
      search: [Hit] @tag(name: "public")
      sealed: Sealed
      box: Box @tag(name: "public")
    }
    interface File { id: ID! @tag(name: "public") title: String related: [File] }
    type Letter implements File @key(fields: "id") @tag(name: "public") { id: ID! @tag(name: "public") title: String related: [File] pages: Int }
    type Record implements File @key(fields: "id") @tag(name: "no-person") {
      id: ID! @tag(name: "public")
      title: String @policy(policies: [["archive.records"]])
      related: [File] @tag(name: "public")
      notes: String @policy(policies: [["archive.notes"]])
    }
    type Sealed implements File @key(fields: "id") @policy(policies: [["archive.sealed"]]) @tag(name: "no-person") {
      id: ID! @tag(name: "public") title: String related: [File] reason: String
    }
    type Box @tag(name: "public") { label: String inside: [[File]] }
    union Hit = Letter | Sealed | Box`,
  resolvers: {
    File: { __resolveType: (file: { kind: string }) => file.kind },
    Hit: { __resolveType: (hit: { kind: string }) => hit.kind },
    Query: {
      files: () => all,
      newest: () => sealed,
      search: () => [letter, sealed, { kind: 'Box', label: 'a box', inside: [] }],
      sealed: () => sealed,
      box: () => ({ label: 'box', inside: [[letter, sealed], [sealed]] }),
    },
    Letter: { related: () => all },
  },
};

/** Another system knows more of files of every kind. */
const shelves: GuardedSubgraph = {
  name: 'shelves',
  sdl: `
    type Letter @key(fields: "id") { id: ID! @tag(name: "public") shelf: String @tag(name: "public") }
    type Sealed @key(fields: "id") @policy(policies: [["archive.sealed"]]) @tag(name: "no-person") { id: ID! @tag(name: "public") shelf: String }`,
  resolvers: {
    Letter: { __resolveReference: ({ id }: { id: string }) => ({ id, shelf: `shelf of ${id}` }) },
    Sealed: { __resolveReference: ({ id }: { id: string }) => ({ id, shelf: `shelf of ${id}` }) },
  },
};

export const files: readonly GuardedSubgraph[] = [archive, shelves];
