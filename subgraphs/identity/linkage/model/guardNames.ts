/** Situations in which a high weight does not prove that two records are of one person. See decide/guards.ts. */
export const GUARDS = ['twins', 'suffix', 'newborn', 'sharedSsn', 'otherSsn', 'thin'] as const;
export type Guard = (typeof GUARDS)[number];
