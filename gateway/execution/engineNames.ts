/** What can run the query plans. */
export const engineNames = ['compiled', 'apollo'] as const;
export type EngineName = (typeof engineNames)[number];
