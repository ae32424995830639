/** `Type.field` of keys and `@requires` inputs that a requester may not use, each list in a fixed order. */
export interface ClosedInputs {
  /** For nobody: no plan may send them. */
  readonly never: readonly string[];
  /** For some persons only: a plan sends them where there is no other way. */
  readonly sometimes: readonly string[];
}

export interface FieldCoordinate {
  readonly typeName: string;
  readonly fieldName: string;
}

/** Everything that a plan reads from the systems and sends to them, for any requester. */
export interface PlanCoordinates {
  /** Every field of an object type that the plan reads or sends. */
  readonly coordinates: readonly FieldCoordinate[];
  /** Those that it sends in representations: each is a disclosure to the system that receives it. */
  readonly sends: readonly FieldCoordinate[];
}
