import { Failure } from '../../design/Failure.tsx';
import { isKnownReason } from '../../design/place.en.ts';
import { placeTexts } from '../../design/placeWords.ts';
import { Table } from '../../design/Table.tsx';
import { useFormats } from '../../i18n/dates.ts';
import { useLanguage, useText } from '../../i18n/language.tsx';
import { useTerms } from '../../i18n/terms.ts';
import { type Access, fieldRows } from './access.ts';
import { explorerText } from './text.ts';
import type { Explained } from './useExplained.ts';

const BADGES = {
  open: 'badge badge--green',
  masked: 'badge badge--blue',
  condition: 'badge badge--gold',
  denied: 'badge',
} as const;

/** Fields of the query by purposes: what each would show, and why. */
export function AccessTable({ explained }: { readonly explained: Explained }) {
  const text = useText(explorerText);
  const { term } = useTerms();
  if (explained.status === 'none') return <p className="soft">{text.accessNone}</p>;
  if (explained.status === 'failed') return <Failure error={explained.error} />;
  const { purposes, fields } = explained;
  return (
    <Table
      caption={text.access}
      captionHidden
      head={[text.field, ...purposes.map((purpose) => term('purposes', purpose))]}
    >
      {fieldRows(fields).map(({ path, coordinate, depth, access }) => (
        <tr key={path}>
          <th scope="row" title={coordinate}>
            <code style={{ paddingLeft: `${depth * 0.75}rem` }}>{path.slice(path.lastIndexOf('.') + 1)}</code>
          </th>
          {access.map((one, at) => (
            <td key={purposes[at]}>
              <AccessWords access={one} />
            </td>
          ))}
        </tr>
      ))}
    </Table>
  );
}

function AccessWords({ access }: { readonly access: Access }) {
  const words = useWords()(access);
  return (
    <>
      <span className={BADGES[access.kind]}>{words}</span>
      {access.kind === 'denied' && access.above === undefined && access.message !== undefined && (
        <span className="explorer__why" lang="en">
          {access.message}
        </span>
      )}
    </>
  );
}

function useWords(): (access: Access) => string {
  const text = useText(explorerText);
  const { term } = useTerms();
  const { list, alternatives } = useFormats();
  const reasons = placeTexts[useLanguage().language];
  const masksOf = (masks: readonly string[]) => list(masks.map((mask) => term('masks', mask)));
  return (access) => {
    switch (access.kind) {
      case 'open':
        return text.open;
      case 'masked':
        return text.masked(masksOf(access.masks));
      case 'condition':
        return text.condition(
          alternatives(
            access.anyOf.map((all) => list(all.map((condition) => term('conditions', condition.split(':')[0])))),
          ),
        );
      case 'denied': {
        if (access.above !== undefined) return text.above(access.above);
        const reason = isKnownReason(access.reason) ? reasons.short[access.reason] : reasons.withheld;
        return text.denied(reason, list(access.owners));
      }
    }
  };
}
