import { Checkbox } from '../../../design/Field.tsx';
import { Table } from '../../../design/Table.tsx';
import { useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import { FieldName } from '../request/FieldsTable.tsx';
import { isMask } from '../terms/masks.ts';
import type { RequestableDataset, TermsDraft } from './terms.ts';
import { draftText } from './text.ts';

interface FieldsChoiceProps {
  readonly dataset: Pick<RequestableDataset, 'fields' | 'neverOpen'>;
  readonly terms: TermsDraft;
  readonly change: (part: Partial<TermsDraft>) => void;
}

/** The fields of a dataset with their masks. Fields that a law closes are shown, and cannot be chosen. */
export function FieldsChoice({ dataset, terms, change }: FieldsChoiceProps) {
  const text = useText(draftText);
  const { term } = useTerms();
  const bars = new Map(dataset.neverOpen?.map(({ coordinate, law }) => [coordinate, law]));
  const fields = dataset.fields ?? [];
  const open = fields.flatMap(({ coordinate }) => (coordinate === null || bars.has(coordinate) ? [] : coordinate));
  const choose = (field: string, isOn: boolean): void => {
    const chosen = new Set(terms.fields);
    if (isOn) chosen.add(field);
    else chosen.delete(field);
    change({ fields: chosen });
  };
  const mask = (field: string, to: string): void => {
    const masks = new Map(terms.masks);
    if (isMask(to)) masks.set(field, to);
    else masks.delete(field);
    change({ masks });
  };
  return (
    <>
      <p className="usa-hint">{text.fieldsHint}</p>
      <div className="form-actions">
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          onClick={() => change({ fields: new Set(open) })}
        >
          {text.all}
        </button>
        <button type="button" className="usa-button usa-button--unstyled" onClick={() => change({ fields: new Set() })}>
          {text.none}
        </button>
      </div>
      <Table caption={text.fields} head={[text.field, text.form]}>
        {fields.map(({ coordinate, transforms }) => {
          if (coordinate === null) return null;
          const law = bars.get(coordinate);
          const isBarred = bars.has(coordinate);
          return (
            <tr key={coordinate}>
              <th scope="row">
                <Checkbox
                  label={<FieldName coordinate={coordinate} />}
                  disabled={isBarred}
                  checked={!isBarred && terms.fields.has(coordinate)}
                  onChange={(event) => choose(coordinate, event.target.checked)}
                />
              </th>
              <td>
                {isBarred ? (
                  <>
                    {text.closed}: {law}
                  </>
                ) : (
                  <select
                    className="usa-select"
                    aria-label={`${text.form}: ${coordinate}`}
                    disabled={!terms.fields.has(coordinate)}
                    value={terms.masks.get(coordinate) ?? ''}
                    onChange={(event) => mask(coordinate, event.target.value)}
                  >
                    <option value="">{text.inFull}</option>
                    {[...new Set([...(transforms ?? []), 'REDACT'])].map((one) => (
                      <option key={one} value={one}>
                        {term('masks', one)}
                      </option>
                    ))}
                  </select>
                )}
              </td>
            </tr>
          );
        })}
      </Table>
    </>
  );
}
