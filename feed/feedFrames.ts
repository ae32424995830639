/** Frames of one state, each signed once for all readers that need it. */
export interface FeedFrames {
  readonly revision: number;
  /** Frame that brings a reader from a revision to this state, or undefined if only a snapshot will do. */
  since(revision: number | undefined): string | undefined;
  /** Builds and signs the whole state part by part, so that other work of this process runs in between. */
  snapshot(): Promise<string>;
}
