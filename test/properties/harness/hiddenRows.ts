import type { GuardedSubgraph } from '../../harness/graphs/guardedSubgraph.ts';

export interface FileRow {
  readonly kind: 'Letter' | 'Memo' | 'Sealed';
  readonly id: string;
  /** Id of a person. */
  readonly about?: string | undefined;
  readonly attached?: readonly (readonly FileRow[])[];
}

export interface PersonRow {
  readonly id: string;
  readonly kin: readonly string[];
  readonly files: readonly FileRow[];
  readonly newest: FileRow | undefined;
}

/** How a dataset is open: not at all, for wards only, or for every person. */
export type Openness = 'closed' | 'wards' | 'open';
/** What the requester may know about: `register.people`, `register.memos`, `register.sealed`. */
export interface Access {
  readonly people: Openness;
  readonly memos: Openness;
  readonly sealed: Openness;
}

/** Everything that the register holds. */
export interface Rows {
  readonly people: ReadonlyMap<string, PersonRow>;
  /** Ids in the order of `Query.people`. */
  readonly listed: readonly string[];
  readonly files: readonly FileRow[];
}

/** Persons who meet the terms of a conditional approval: wards have ids that begin with `w`. */
export const isWard = (id: string): boolean => id.startsWith('w');

/** A row of which another system fails to give some values. */
const fails = (id: string): boolean => id.endsWith('x');

/**
 * A register whose lists hold rows of three kinds: of a type that is open to everyone (Letter), of guarded types (Memo,
 * Sealed), and persons, whose type has a guard too. Other systems know more of each row that they are asked about.
 */
export function register(rows: () => Rows): readonly GuardedSubgraph[] {
  const person = (id: string | undefined) => (id === undefined ? undefined : rows().people.get(id));
  const everyFile = (): readonly FileRow[] => {
    const within = (file: FileRow): readonly FileRow[] => [file, ...(file.attached ?? []).flat().flatMap(within)];
    const held = [...rows().people.values()].flatMap(({ files, newest }) => [...files, ...(newest ? [newest] : [])]);
    return [...rows().files, ...held].flatMap(within);
  };
  const fileNamed = ({ id }: { id: string }) => everyFile().find((file) => file.id === id);
  const file = {
    __resolveReference: fileNamed,
    title: ({ id }: FileRow) => `title of ${id}`,
    about: (row: FileRow) => person(row.about),
    attached: ({ attached }: FileRow) => attached ?? [],
  };
  const value = (name: string) => (row: { id: string }) => {
    if (fails(row.id)) throw new Error(`${name} of ${row.id}`);
    return `${name} of ${row.id}`;
  };
  const known = { __resolveReference: ({ id }: { id: string }) => ({ id }) };
  return [
    {
      name: 'register',
      sdl: `
        type Query {
          people: [Person!] @tag(name: "public")
          files: [File!] @tag(name: "public")
          search: [Hit] @tag(name: "public")
        }
        type Person @key(fields: "id") @policy(policies: [["register.people"]]) {
          id: ID! name: String kin: [Person!] files: [File!] newest: File
        }
        interface File @key(fields: "id") { id: ID! title: String about: Person attached: [[File]] }
        type Letter implements File @key(fields: "id") @tag(name: "public") {
          id: ID! title: String about: Person attached: [[File]]
        }
        type Memo implements File @key(fields: "id") @policy(policies: [["register.memos"]]) {
          id: ID! title: String about: Person attached: [[File]]
        }
        type Sealed implements File @key(fields: "id") @policy(policies: [["register.sealed"]]) {
          id: ID! title: String about: Person attached: [[File]]
        }
        union Hit = Person | Letter | Memo | Sealed`,
      resolvers: {
        File: { __resolveType: ({ kind }: FileRow) => kind, __resolveReference: fileNamed },
        Hit: { __resolveType: (row: object) => ('kind' in row ? row.kind : 'Person') },
        Query: {
          people: () => rows().listed.map(person),
          files: () => rows().files,
          search: () => [...rows().listed.map(person), ...rows().files],
        },
        Person: {
          __resolveReference: ({ id }: { id: string }) => person(id),
          name: ({ id }: PersonRow) => `name of ${id}`,
          kin: ({ kin }: PersonRow) => kin.map(person),
        },
        Letter: file,
        Memo: file,
        Sealed: file,
      },
    },
    {
      name: 'stats',
      sdl: `
        type Person @key(fields: "id") @policy(policies: [["register.people"]]) { id: ID! score: String }
        type File @interfaceObject @key(fields: "id") { id: ID! views: String @tag(name: "public") }`,
      resolvers: { Person: { ...known, score: value('score') }, File: { ...known, views: value('views') } },
    },
    {
      name: 'post',
      sdl: `
        type Letter @key(fields: "id") @tag(name: "public") { id: ID! stamp: String }
        type Memo @key(fields: "id") @policy(policies: [["register.memos"]]) { id: ID! stamp: String }`,
      resolvers: { Letter: { ...known, stamp: value('stamp') }, Memo: { ...known, stamp: value('stamp') } },
    },
  ];
}
