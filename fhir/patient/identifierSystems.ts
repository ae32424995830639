/** URIs that say whose identifiers are meant (Identifier.system). They are not addresses of anything. */
export interface IdentifierSystems {
  /** Of Person.id. */
  readonly person: string;
  /** Of the numbers of a system, such as medicaid. */
  of(system: string): string;
  /** The system of a URI that `of` made. */
  systemOf(uri: string): string | undefined;
}

const SYSTEM_NAME = /^[a-z]{2,40}$/;

/** @param baseUrl address of this server, which keeps its identifiers apart from those of others */
export function createIdentifierSystems(baseUrl: string): IdentifierSystems {
  const start = `${baseUrl}/sid/`;
  return {
    person: `${start}person`,
    of: (system) => `${start}${system}`,
    systemOf(uri) {
      const system = uri.startsWith(start) ? uri.slice(start.length) : '';
      return SYSTEM_NAME.test(system) ? system : undefined;
    },
  };
}
