/** Index columns that contain sets of names. */
export interface SetColumns {
  readonly dataset: string | undefined;
  readonly approval: string | undefined;
}

/** Expected index columns of one entry, derived from its body. */
export interface BodyIndexes {
  readonly kind?: string | undefined;
  readonly person?: Buffer | undefined;
  readonly requester?: string | undefined;
  readonly agency?: string | undefined;
  /** Undefined: the body contains no time. */
  readonly time?: Date | undefined;
  /** The entry's own set columns, or the leaf hash of the entry that provides them. */
  readonly sets: SetColumns | { readonly of: Buffer };
  /** Set columns for the entries that refer to this one. */
  readonly provides?: SetColumns;
}

/** Derives the index columns from a body; undefined for an unknown format. The ledger itself never reads bodies. */
export type ReadIndexes = (body: Buffer) => BodyIndexes | undefined;

/** Index columns as stored. */
export interface StoredColumns {
  readonly recordedAt: Date;
  readonly person: Buffer | null;
  readonly requester: string | null;
  readonly kind: string | null;
  readonly agency: string | null;
  readonly dataset: string | null;
  readonly approval: string | null;
}

/** Lists the columns that do not match the body. `sets`: of the entry itself, or of the one it refers to. */
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
