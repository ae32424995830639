/** The columns of the index that hold sets of names. */
export interface SetColumns {
  readonly dataset: string | undefined;
  readonly approval: string | undefined;
}

/** What the index columns of one entry must hold, as its body says. */
export interface BodyIndexes {
  readonly kind?: string | undefined;
  readonly person?: Buffer | undefined;
  readonly requester?: string | undefined;
  readonly agency?: string | undefined;
  /** Undefined: the body holds no time. */
  readonly time?: Date | undefined;
  /** The entry's own set columns, or the leaf hash of the entry that provides them. */
  readonly sets: SetColumns | { readonly of: Buffer };
  /** The set columns of the entries that refer to this one. */
  readonly provides?: SetColumns;
}

/** Derives the index columns from a body; undefined: a form that is not known. The ledger itself never reads bodies. */
export type ReadIndexes = (body: Buffer) => BodyIndexes | undefined;

/** Index columns as they are stored. */
export interface StoredColumns {
  readonly recordedAt: Date;
  readonly person: Buffer | null;
  readonly requester: string | null;
  readonly kind: string | null;
  readonly agency: string | null;
  readonly dataset: string | null;
  readonly approval: string | null;
}

/** The names of the columns that do not hold what the body says. `sets`: of the entry itself, or of the one it refers to. */
export function differingColumns(stored: StoredColumns, wanted: BodyIndexes, sets: SetColumns): readonly string[] {
  const differs: string[] = [];
  const compare = (column: string, isSame: boolean): void => {
    if (!isSame) differs.push(column);
  };
  compare('recorded_at', wanted.time === undefined || stored.recordedAt.getTime() === wanted.time.getTime());
  compare(
    'person',
    wanted.person === undefined ? stored.person === null : stored.person?.equals(wanted.person) === true,
  );
  compare('requester', stored.requester === (wanted.requester ?? null));
  compare('kind', stored.kind === (wanted.kind ?? null));
  compare('agency', stored.agency === (wanted.agency ?? null));
  compare('dataset', stored.dataset === (sets.dataset ?? null));
  compare('approval', stored.approval === (sets.approval ?? null));
  return differs;
}
