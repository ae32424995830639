import type { GraphQLFieldResolver } from 'graphql';
import type { ShopSystem } from './schemas.ts';

/** Sizes and texts were chosen so that the heavy query's answer is about as long as in the public benchmarks. */
const users = numbers(6).map((n) => ({
  id: `u${n}`,
  name: `Customer number ${n} of the shop`,
  username: `customer${n}`,
  birthday: '1990-01-01',
}));
const products = numbers(9).map((n) => ({
  upc: `p${n}`,
  name: `Product ${n}`,
  price: n * 137,
  weight: n * 100,
  inStock: n % 3 !== 0,
}));
const reviews = numbers(16).map((n) => ({
  id: `r${n}`,
  body: `Review ${n}: as good as described, and delivered in time.`,
  user: users[(n * n) % users.length],
  product: products[(n * 3) % 4],
}));
type Review = (typeof reviews)[number];

type Resolve = GraphQLFieldResolver<Readonly<Record<string, unknown>>, unknown>;
type Resolvers = Readonly<Record<string, Readonly<Record<string, Resolve>>>>;

const userOf = (id: unknown) => users.find((user) => user.id === id);
const productOf = (upc: unknown) => products.find((product) => product.upc === upc);
const reviewOf = ({ id, body, user, product }: Review) => ({
  id,
  body,
  author: { id: user?.id, username: user?.username },
  product: { upc: product?.upc },
});

export const shopResolvers: Readonly<Record<ShopSystem, Resolvers>> = {
  accounts: {
    Query: { me: () => users[0], users: () => users },
    User: { __resolveReference: ({ id }) => userOf(id) },
  },
  products: {
    Query: { topProducts: (_, { first }) => products.slice(0, first) },
    Product: { __resolveReference: ({ upc }) => productOf(upc) },
  },
  inventory: {
    Product: {
      __resolveReference: (product) => ({ ...product, inStock: productOf(product.upc)?.inStock }),
      // Nothing to pay above a price of 1,000; else half a cent a gram.
      shippingEstimate: ({ price, weight }) => (Number(price) > 1_000 ? 0 : Math.round(Number(weight) / 2)),
    },
  },
  reviews: {
    Review: {
      __resolveReference: ({ id }) => reviews.filter((review) => review.id === id).map(reviewOf)[0],
    },
    User: {
      __resolveReference: ({ id }) => ({ id, username: userOf(id)?.username }),
      reviews: ({ id }) => reviews.filter(({ user }) => user?.id === id).map(reviewOf),
    },
    Product: {
      __resolveReference: ({ upc }) => ({ upc }),
      reviews: ({ upc }) => reviews.filter(({ product }) => product?.upc === upc).map(reviewOf),
    },
  },
};

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
