/** Attributes of a person whose sources are stored. */
const ATTRIBUTES = ['name', 'middle', 'suffix', 'birthDate', 'gender', 'primaryLanguage'] as const;
type Attribute = (typeof ATTRIBUTES)[number];

/** The system that an attribute is from, and the day on which it was registered, in ISO 8601. */
export interface AttributeSource {
  readonly system: string;
  readonly asOf: string;
}

type Chosen = { readonly system: string; readonly registeredAt: Date } | undefined;

/**
 * The sources as short text, which is stored with the person: `medicaid@2026-11-02,snap@2026-11-02 01-000`. A digit for
 * each attribute says which of the sources it is from.
 */
export function writeSources(chosen: Readonly<Record<Attribute, Chosen>>): string {
  const sources: string[] = [];
  let places = '';
  for (const attribute of ATTRIBUTES) {
    const value = chosen[attribute];
    if (value === undefined) {
      places += '-';
      continue;
    }
    const source = `${value.system}@${value.registeredAt.toISOString().slice(0, 10)}`;
    const known = sources.indexOf(source);
    places += String(known === -1 ? sources.push(source) - 1 : known);
  }
  return `${sources.join(',')} ${places}`;
}

/** Attributes that no record has are missing. */
export function readSources(text: string): Partial<Record<Attribute, AttributeSource>> {
  const [list = '', places = ''] = text.split(' ');
  const sources = list.split(',');
  return Object.fromEntries(
    ATTRIBUTES.flatMap((attribute, at) => {
      const [system, asOf] = sources[Number(places[at])]?.split('@') ?? [];
      return system === undefined || asOf === undefined ? [] : [[attribute, { system, asOf }]];
    }),
  );
}
