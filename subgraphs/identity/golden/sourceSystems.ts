/**
 * Systems whose values anyone may see who may see the person. What only another system wrote would tell where the person
 * is known: a name given at an arrest, or a child's date in a report. A system that is not listed counts as such.
 */
const OPEN_SYSTEMS: ReadonlySet<string> = new Set(['snap', 'tanf', 'medicaid', 'education', 'weatherization']);

/** Systems that see documents, the most reliable first, for values on which systems do not agree. */
const SEEN_DOCUMENTS = {
  /** Schools see a birth certificate. */
  birthDate: ['education', 'medicaid', 'tanf', 'snap'],
  /** Benefits are granted on identity documents; schools use the names that a family uses. */
  name: ['medicaid', 'tanf', 'snap', 'education'],
} as const;

/**
 * The records whose values count: those of open systems. For a person whom no open system knows, all of them: a person
 * without a name among others would tell more than the name does.
 */
export function countedRecords<Each extends { readonly system: string }>(records: readonly Each[]): readonly Each[] {
  const open = records.filter(({ system }) => OPEN_SYSTEMS.has(system));
  return open.length > 0 ? open : records;
}

/** 0 for the system that saw the best document. */
export function documentRank(attribute: keyof typeof SEEN_DOCUMENTS, system: string): number {
  const at = (SEEN_DOCUMENTS[attribute] as readonly string[]).indexOf(system);
  return at === -1 ? SEEN_DOCUMENTS[attribute].length : at;
}
