import type { Denied } from '../../model/decision.ts';

/** A field, or a type whose objects are left out, that stays closed, and why. */
export interface RefusedPlace {
  /** Type.field; `Type` where objects of the type are left out. */
  readonly coordinate: string;
  /** The denial that the client gets. Undefined: the place is open, but not for this person. */
  readonly decision: Denied | undefined;
  /** Identifies the place: the same field may be closed for two reasons on two paths. */
  readonly key: string;
}
