import { readFileSync } from 'node:fs';
import type { World } from '../../harness/graphs/world.ts';

/** A test supergraph: its subgraphs' SDL, and who the interface objects really are. */
export interface TestSupergraph {
  readonly name: string;
  readonly subgraphs: readonly { readonly name: string; readonly sdl: string }[];
  readonly interfaceObjects: World['interfaceObjects'];
}

export const SHOP: TestSupergraph = {
  name: 'shop: several keys, @requires, @provides, value types, mutations',
  interfaceObjects: {},
  subgraphs: [
    {
      name: 'products',
      sdl: `
          type Query { products(first: Int = 3, filter: ProductFilter): [Product!] product(id: ID!): Product }
          type Mutation { rename(id: ID!, name: String!): Product touch(kind: Kind = NEW): Int! }
          input ProductFilter { kinds: [Kind!] text: String nested: ProductFilter }
          enum Kind { NEW USED }
          scalar JSON
          type Product @key(fields: "id") @key(fields: "upc") {
            id: ID! upc: ID! name: String @shareable kind: Kind weight: Int! raw: JSON dimensions: Dimensions @shareable maker: Maker
          }
          type Dimensions @shareable { width: Float height: Float unit: Unit! }
          type Unit @shareable { name: String! }
          type Maker @key(fields: "id") { id: ID! name: String! products: [Product!]! }`,
    },
    {
      name: 'inventory',
      sdl: `
          type Query { warehouses: [Warehouse!]! }
          type Product @key(fields: "upc") {
            upc: ID! weight: Int! @external dimensions: Dimensions @external
            stock: Int
            shipping: String @requires(fields: "weight")
            box(size: Int): String @requires(fields: "dimensions { width unit { name } }")
          }
          type Dimensions { width: Float @external unit: Unit! @external }
          type Unit @shareable { name: String! }
          type Warehouse { address: Address products: [Product] }
          type Address { street: String city: String! }`,
    },
    {
      name: 'reviews',
      sdl: `
          type Query { latest: [Review] best: Review! }
          type Mutation { review(id: ID!, text: String): Review }
          type Review @key(fields: "id") { id: ID! body(upper: Boolean): String stars: Int! product: Product @provides(fields: "name") author: Author! }
          type Author @key(fields: "id") { id: ID! reviews(first: Int): [Review!]! nick: String }
          type Product @key(fields: "id") { id: ID! name: String @external reviews: [Review!] }`,
    },
    {
      name: 'accounts',
      sdl: `
          type Query { me: Author authors: [Author!]! }
          type Author @key(fields: "id") { id: ID! name: String! email: String friends: [Author!] }
          type Maker @key(fields: "id") { id: ID! country: String owner: Author }`,
    },
  ],
};

export const MEDIA: TestSupergraph = {
  name: 'media: interfaces, unions, interface objects',
  interfaceObjects: { Media: ['Book', 'Film'] },
  subgraphs: [
    {
      name: 'library',
      sdl: `
          type Query { media: [Media] first: Media! search(text: String): [Hit!] book: Book }
          interface Named { name: String }
          interface Media implements Named @key(fields: "id") { id: ID! name: String title: String! related: [Media] }
          type Book implements Media & Named @key(fields: "id") { id: ID! name: String title: String! related: [Media] pages: Int size: Int }
          type Film implements Media & Named @key(fields: "id") { id: ID! name: String title: String! related: [Media] minutes: Int size: Float }
          type Shelf implements Named { name: String items: [[Hit]] }
          union Hit = Book | Film | Shelf`,
    },
    {
      name: 'ratings',
      sdl: `
          type Query { topRated: [Media!] rating: Rating }
          type Media @interfaceObject @key(fields: "id") { id: ID! stars: Int ratings: [Rating!]! }
          type Rating { value: Int! media: Media! by: String }`,
    },
    {
      name: 'rental',
      sdl: `
          type Query { rentals: [Rental!] }
          type Book @key(fields: "id") { id: ID! price: Int offers: [Offer] }
          type Film @key(fields: "id") { id: ID! price: Int offers: [Offer] }
          union Item = Book | Film
          type Rental { item: Item! items: [Item] since: String }
          interface Offer { label: String! }
          type Discount implements Offer { label: String! percent: Int of: Item }
          type Gift implements Offer { label: String! worth: Float! }`,
    },
  ],
};

export const ZOO: TestSupergraph = {
  name: 'zoo: nested keys, @override, shared roots, enums, inaccessible parts',
  interfaceObjects: {},
  subgraphs: [
    {
      name: 'animals',
      sdl: `
          type Query { animals: [Animal!] zoo: Zoo @shareable oldest: Cat }
          interface Animal { id: ID! name: String! friends: [Animal] }
          type Cat implements Animal @key(fields: "id") { id: ID! name: String! friends: [Animal] lives: Int mood: Mood diet: String }
          type Dog implements Animal @key(fields: "id") { id: ID! name: String! friends: [Animal] barks: Boolean! mood: Mood }
          type Fox implements Animal @key(fields: "id") @inaccessible { id: ID! name: String! friends: [Animal] }
          enum Mood { HAPPY SLEEPY SECRET @inaccessible }
          type Zoo @shareable { title: String map: [[Int]] }`,
    },
    {
      name: 'care',
      sdl: `
          type Query { zoo: Zoo @shareable keepers: [Keeper!] }
          type Zoo @shareable { title: String map: [[Int]] }
          type Cat @key(fields: "id") { id: ID! diet: String @override(from: "animals") keeper: Keeper weight: Float }
          type Dog @key(fields: "id") { id: ID! keeper: Keeper! walks: [Walk!]! }
          type Walk { minutes: Int! with: [Creature!] }
          union Creature = Cat | Dog
          type Keeper @key(fields: "code") { code: ID! animals: [Creature] chief: Keeper }`,
    },
    {
      name: 'staff',
      sdl: `
          type Query { staff(active: Boolean): [Keeper] }
          type Mutation { hire(name: String!): Keeper! fire(code: ID!): Boolean }
          type Keeper @key(fields: "code") { code: ID! name: String! salary: Int grade: Grade }
          type Grade { level: Int! title: String }`,
    },
  ],
};

export const OFFICE: TestSupergraph = {
  name: 'office: deep chains and circles between systems, a nested key',
  interfaceObjects: {},
  subgraphs: [
    {
      name: 'teams',
      sdl: `
          type Query { teams: [Team!]! team(id: ID!): Team }
          type Team @key(fields: "id") { id: ID! name: String members: [Worker!]! lead: Worker }
          type Worker @key(fields: "id") { id: ID! team: Team }`,
    },
    {
      name: 'workers',
      sdl: `
          type Query { worker(id: ID!, strict: Boolean = false): Worker }
          type Mutation { move(id: ID!, to: ID!): Worker! }
          type Worker @key(fields: "id") @key(fields: "code") { id: ID! code: ID! name: String! desk: Desk }
          type Desk @key(fields: "id") { id: ID! floor: Int! neighbors: [Desk] }`,
    },
    {
      name: 'payroll',
      sdl: `
          type Worker @key(fields: "code") { code: ID! name: String! @external pay: Pay badge: String @requires(fields: "name") }
          type Pay { amount: Float currency: String! history: [Pay!] }`,
    },
    {
      name: 'building',
      sdl: `
          type Query { rooms: [[Room!]!] }
          type Room @key(fields: "number site { code }") { number: ID! site: Site! label: String desks: [Desk!] }
          type Site @shareable { code: ID! }
          type Desk @key(fields: "id") { id: ID! window: Boolean owner: Worker room: Room! }
          type Worker @key(fields: "id", resolvable: false) { id: ID! }`,
    },
    {
      name: 'safety',
      sdl: `
          type Query { closed: [Room] }
          type Room @key(fields: "number site { code }") { number: ID! site: Site! exits: Int warden: Worker }
          type Site @shareable { code: ID! }
          type Worker @key(fields: "code", resolvable: false) { code: ID! }`,
    },
  ],
};

/** This project's own contracts. */
export const OURS: TestSupergraph = {
  name: "ours: the state's systems",
  interfaceObjects: {},
  subgraphs: [
    'childwelfare',
    'corrections',
    'education',
    'emou',
    'identity',
    'medicaid',
    'snap',
    'tanf',
    'weatherization',
  ].map((name) => ({ name, sdl: readFileSync(new URL(`../../../schema/${name}.graphql`, import.meta.url), 'utf8') })),
};
