/** What a field is, as far as the terms of an approval depend on it. */
export interface FieldShape {
  readonly coordinate: string;
  readonly name: string;
  readonly typeName: string;
  /** The value is an object or a list of objects: its own fields carry the transforms. */
  readonly composite: boolean;
  /** Coordinates inside of such an object; none when it is an entity, to which other places lead as well. */
  readonly inside: readonly string[];
  /** Coordinates of fields that return the type this field belongs to. */
  readonly returnedBy: readonly string[];
}
