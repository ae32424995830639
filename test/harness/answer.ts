/** One error of an answer. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string } & Readonly<Record<string, unknown>>;
}

/** What came back over HTTP, with GraphQL's parts picked out. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Undefined when the answer has none. */
  readonly data: unknown;
  readonly errors: readonly AnswerError[];
  readonly codes: readonly string[];
  /** Each error as `CODE at path.to.@.field`, sorted. */
  readonly places: readonly string[];
}

export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const body = parseObject(text);
  // Whatever is wrong with an answer's errors, expectations on their codes and places show it.
  const errors = (Array.isArray(body.errors) ? body.errors : []) as readonly AnswerError[];
  return {
    status: response.status,
    headers: response.headers,
    text,
    data: body.data,
    errors,
    codes: errors.map((error) => error.extensions?.code),
    places: errors.map(({ path, extensions }) => `${extensions?.code} at ${(path ?? []).join('.')}`).sort(),
  };
}

function parseObject(text: string): { readonly data?: unknown; readonly errors?: unknown } {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) throw new Error(`No GraphQL answer: ${text.slice(0, 200)}`);
  return value;
}

/** The value at a path such as `person.household.members.0.snap`; undefined when there is none. */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, key)) return undefined;
    return (inner as Record<string, unknown>)[key]; // an object with that own key, as just checked
  }, value);
}

/** Every place of an answer's data that holds a value, as dotted paths with `@` for list positions. */
export function shownPlaces(data: unknown): ReadonlySet<string> {
  const places = new Set<string>();
  const walk = (value: unknown, path: readonly string[]): void => {
    if (value === null || value === undefined) return;
    if (path.length > 0) places.add(path.join('.'));
    if (Array.isArray(value)) for (const item of value) walk(item, [...path, '@']);
    else if (typeof value === 'object') for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key]);
  };
  walk(data, []);
  return places;
}
