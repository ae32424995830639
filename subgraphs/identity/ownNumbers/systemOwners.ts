/** Agency that owns a system, such as HFS for medicaid; undefined for a system that is not known. */
export type OwnerOfSystem = (system: string) => string | undefined;

/** Owners by the systems' dataset files. */
export function ownersIn(systems: readonly { readonly system: string; readonly owner: string }[]): OwnerOfSystem {
  const owners = new Map(systems.map(({ system, owner }) => [system, owner]));
  return (system) => owners.get(system);
}
