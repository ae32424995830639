import { useId } from 'react';
import { useText } from '../../../i18n/language.tsx';
import { registryWords } from '../words.ts';
import type { Finding } from './findings.ts';

/** A note at a line, such as who owns its field. */
export interface LineNote {
  readonly text: string;
  readonly badge: string;
}

interface NumberedSdlProps {
  readonly title: string;
  readonly sdl: string;
  readonly findings?: readonly Finding[];
  /** Whether links lead to its lines: `#line-12`. At most one listing on a page has anchors. */
  readonly anchors?: boolean;
  /** Notes by the number of their line, from 1. */
  readonly notes?: ReadonlyMap<number, LineNote>;
}

/** A schema line by line, with numbers, and at its lines what was found or who owns the field. */
export function NumberedSdl({ title, sdl, findings = [], anchors = true, notes }: NumberedSdlProps) {
  const id = useId();
  const { levels } = useText(registryWords);
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      <ol className="sdl" tabIndex={0} aria-labelledby={id}>
        {sdl.split('\n').map((line, at) => {
          const number = at + 1;
          const note = notes?.get(number);
          const found = findings.filter((finding) => finding.line === number);
          return (
            <li
              key={number}
              id={anchors ? `line-${number}` : undefined}
              className={found.length > 0 ? 'sdl__line sdl__line--found' : 'sdl__line'}
            >
              <span className="sdl__number">{number}</span>
              <code className="sdl__code">{line}</code>
              {note !== undefined && <span className={`sdl__note ${note.badge}`}>{note.text}</span>}
              {found.map(({ fingerprint, level, message }) => (
                <span key={fingerprint} className="sdl__found" lang="en">
                  <strong>{levels[level]}:</strong> {message}
                </span>
              ))}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
