/** The synthetic population of a product under test, unless the test says how large. */
export const population = { persons: 60, seed: 'illinois' } as const;
