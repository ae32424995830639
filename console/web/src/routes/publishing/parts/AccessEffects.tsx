import { Fragment } from 'react';
import { Table } from '../../../design/Table.tsx';
import { useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import { type AccessEffect, registryWords } from '../words.ts';
import type { Finding } from './findings.ts';
import { reportText } from './reportText.ts';

interface Effect {
  readonly agency: string;
  readonly purpose: string;
  readonly change: AccessEffect;
  readonly coordinates: Set<string>;
  readonly approvals: Set<string>;
}

const CLASSES: Readonly<Record<AccessEffect, string>> = {
  OPENS: 'badge badge--gold',
  MAY_OPEN: 'badge badge--gold',
  CLOSES: 'badge badge--red',
  CHANGES: 'badge badge--blue',
  ORPHANED: 'badge badge--red',
};
const ORDER = Object.keys(CLASSES);

/** Which approvals open or close what, one row for each agency, purpose, and change. */
export function AccessEffects({ findings }: { readonly findings: readonly Finding[] }) {
  const text = useText(reportText);
  const { effects } = useText(registryWords);
  const { term } = useTerms();
  const rows = effectsOf(findings);
  return (
    <section className="report__check">
      <h3>{text.access}</h3>
      {rows.length === 0 ? (
        <p className="soft">{text.noAccess}</p>
      ) : (
        <div className="stacks">
          <Table
            caption={text.accessCaption}
            captionHidden
            head={[text.agency, text.purpose, text.effect, text.what, text.approvals]}
          >
            {rows.map(({ agency, purpose, change, coordinates, approvals }) => (
              <tr key={`${agency} ${purpose} ${change}`}>
                <th scope="row">{term('agencies', agency)}</th>
                <td>{term('purposes', purpose)}</td>
                <td>
                  <span className={CLASSES[change]}>{effects[change]}</span>
                </td>
                <td className="entry__id">
                  <Codes of={coordinates} />
                </td>
                <td className="entry__id">
                  <Codes of={approvals} />
                </td>
              </tr>
            ))}
          </Table>
        </div>
      )}
    </section>
  );
}

function Codes({ of }: { readonly of: ReadonlySet<string> }) {
  return [...of].map((code) => (
    <code key={code} className="entry__line">
      {code.split('.').map((part, index) => (
        <Fragment key={part}>
          {index > 0 && (
            <>
              .<wbr />
            </>
          )}
          {part}
        </Fragment>
      ))}
    </code>
  ));
}

function effectsOf(findings: readonly Finding[]): readonly Effect[] {
  const effects = new Map<string, Effect>();
  for (const { affectedApprovals, coordinate, code } of findings) {
    for (const { approval, requestingAgency: agency, purpose, change: said } of affectedApprovals) {
      const change = code === 'ACCESS_MAY_WIDEN' && said === 'OPENS' ? 'MAY_OPEN' : said;
      const key = `${agency} ${purpose} ${change}`;
      const effect = effects.get(key) ?? { agency, purpose, change, coordinates: new Set(), approvals: new Set() };
      effects.set(key, effect);
      effect.coordinates.add(coordinate ?? code);
      effect.approvals.add(approval);
    }
  }
  return [...effects.values()].sort(
    (a, b) => ORDER.indexOf(a.change) - ORDER.indexOf(b.change) || (a.agency < b.agency ? -1 : 1),
  );
}
