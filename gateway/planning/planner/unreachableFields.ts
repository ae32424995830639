/** Field of an operation that no plan can reach without a closed input. */
export interface UnreachableField {
  /** Response keys from the root, "@" for every position of a list. */
  readonly path: readonly string[];
  readonly typeName: string;
  readonly fieldName: string;
  /** `Type.field` of the closed key or `@requires` input that it needs. */
  readonly needs: string;
}

/** Error for an operation with fields that cannot be planned with what may be sent. Prune them and plan again. */
export class UnreachableFields extends Error {
  readonly fields: readonly UnreachableField[];
  constructor(fields: readonly UnreachableField[]) {
    super(`These fields need an input that is closed: ${fields.map(({ path }) => path.join('.')).join(', ')}`);
    this.fields = fields;
  }
}

/** Rethrows with the client's response keys in paths, for a document whose keys were renamed. */
export function unreachableFor(clientKey: (key: string) => string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof UnreachableFields)) throw error;
    throw new UnreachableFields(error.fields.map((field) => ({ ...field, path: field.path.map(clientKey) })));
  };
}
