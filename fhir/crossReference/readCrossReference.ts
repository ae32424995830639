import { FhirError } from '../outcome/fhirError.ts';
import type { IdentifierSystems } from '../patient/identifierSystems.ts';

/** Whose identifiers are meant: the index's own Person.id, or the numbers of a system. */
export type Domain = { readonly kind: 'person' } | { readonly kind: 'system'; readonly system: string };

/** Input of Patient/$ihe-pix (IHE PIXm, ITI-83). */
export interface CrossReferenceRequest {
  readonly source: Domain & { readonly value: string };
  /** Empty: all that the requester may see. */
  readonly targets: readonly Domain[];
}

/** Reads the parameters. Throws a FhirError as the profile requires: 400 for the source, 403 for a target. */
export function readCrossReference(query: URLSearchParams, systems: IdentifierSystems): CrossReferenceRequest {
  const [token, ...more] = query.getAll('sourceIdentifier');
  if (token === undefined || more.length > 0) {
    throw new FhirError(400, 'required', 'Send sourceIdentifier exactly once, as system|value.');
  }
  const at = token.indexOf('|');
  const value = token.slice(at + 1).trim();
  if (at < 1 || value === '') throw new FhirError(400, 'value', 'sourceIdentifier must be system|value.');
  const source = domainOf(token.slice(0, at), systems);
  if (source === undefined) throw new FhirError(400, 'code-invalid', 'sourceIdentifier Assigning Authority not found');
  const targets = query.getAll('targetSystem').map((uri) => {
    const target = domainOf(uri, systems);
    if (target === undefined) throw targetNotFound();
    return target;
  });
  return { source: { ...source, value }, targets };
}

export function sourceNotFound(): FhirError {
  return new FhirError(404, 'not-found', 'sourceIdentifier Patient Identifier not found');
}

export function targetNotFound(): FhirError {
  return new FhirError(403, 'code-invalid', 'targetSystem not found');
}

function domainOf(uri: string, systems: IdentifierSystems): Domain | undefined {
  if (uri === systems.person) return { kind: 'person' };
  const system = systems.systemOf(uri);
  return system === undefined ? undefined : { kind: 'system', system };
}
