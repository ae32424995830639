/** Facts about persons for one request: those that access rules require. */
export interface PersonFacts {
  /** Undefined: not learned yet. What cannot be learned is false. */
  holds(personId: string, fact: string): boolean | undefined;
  /** Finds out everything for all of these persons at once. Never rejects. */
  load(personIds: readonly string[]): Promise<void>;
}
