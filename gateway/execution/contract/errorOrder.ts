import type { EngineError } from '../../model/engineResponse.ts';

/**
 * Errors by their place, then by agency and code. Agencies answer in any order: without this the order would tell how
 * long each took, and equal requests would get different bytes.
 */
export function inOrderOfPlace(errors: readonly EngineError[]): readonly EngineError[] {
  return errors.length < 2 ? errors : [...errors].sort(byPlace);
}

function byPlace(one: EngineError, other: EngineError): number {
  const [here, there] = [one.path ?? [], other.path ?? []];
  for (let depth = 0; depth < here.length && depth < there.length; depth++) {
    const [a, b] = [here[depth], there[depth]];
    if (a === b) continue;
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    return String(a) < String(b) ? -1 : 1;
  }
  if (here.length !== there.length) return here.length - there.length;
  const [first, second] = [one, other].map(({ extensions: { service = '', code } }) => `${service} ${code}`);
  return first === second ? 0 : String(first) < String(second) ? -1 : 1;
}
