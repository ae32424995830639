import { type Catalog, useText } from '../../../i18n/language.tsx';
import { type LineChange, lineDiff } from '../sdl/lineDiff.ts';

/** What is published together. */
export interface Content {
  readonly sdl: string | null;
  readonly datasets: string | null;
  readonly routingUrl: string | null;
  readonly personKey: string | null;
  readonly contact: string | null;
}

const en = {
  same: 'Nothing differs.',
  sdl: 'Schema',
  datasets: 'Datasets',
  routingUrl: 'Address',
  personKey: 'Field with the number of a person',
  contact: 'Contact',
  added: 'Added',
  removed: 'Removed',
  line: (line: number) => `line ${line}`,
  more: (count: number) => `and ${count} more lines`,
};
const es: typeof en = {
  same: 'No hay diferencias.',
  sdl: 'Esquema',
  datasets: 'Conjuntos de datos',
  routingUrl: 'Dirección',
  personKey: 'Campo con el número de una persona',
  contact: 'Contacto',
  added: 'Agregada',
  removed: 'Quitada',
  line: (line) => `línea ${line}`,
  more: (count) => `y ${count} líneas más`,
};
const texts: Catalog<typeof en> = { en, es };

const PARTS = ['sdl', 'datasets', 'routingUrl', 'personKey', 'contact'] as const;
const MOST_SHOWN = 500;

/** The differences of two contents as a plain list: each line that was added or removed, with its number. */
export function Differences({ before, after }: { readonly before: Content; readonly after: Content }) {
  const text = useText(texts);
  const parts = PARTS.map((part) => ({ part, changes: lineDiff(before[part] ?? '', after[part] ?? '') })).filter(
    ({ changes }) => changes.length > 0,
  );
  if (parts.length === 0) return <p className="soft">{text.same}</p>;
  return parts.map(({ part, changes }) => (
    <div key={part} className="report__check">
      <h3>{text[part]}</h3>
      <ul className="diff">
        {changes.slice(0, MOST_SHOWN).map((change) => (
          <DiffLine key={`${change.kind} ${change.line}`} change={change} />
        ))}
        {changes.length > MOST_SHOWN && <li>{text.more(changes.length - MOST_SHOWN)}</li>}
      </ul>
    </div>
  ));
}

function DiffLine({ change: { kind, line, text: code } }: { readonly change: LineChange }) {
  const text = useText(texts);
  return (
    <li className={`diff__line diff__line--${kind}`}>
      <span aria-hidden="true" className="diff__sign">
        {kind === 'added' ? '+' : '−'}
      </span>
      <span className="diff__where">
        <span className="usa-sr-only">{text[kind]}, </span>
        {text.line(line)}
      </span>
      <code className="sdl__code">{code}</code>
    </li>
  );
}
