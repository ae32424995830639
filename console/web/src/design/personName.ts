export interface NameParts {
  readonly given: string | null;
  readonly middle?: string | null;
  readonly family: string | null;
  readonly suffix?: string | null;
}

/** The parts of a name that are shown, in the order in which they are spoken. */
export function nameOf({ given, middle, family, suffix }: NameParts): string {
  return [given, middle, family, suffix].filter((part) => part !== null && part !== undefined && part !== '').join(' ');
}
