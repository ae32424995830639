import { Checkbox, TextField } from '../../../../design/Field.tsx';
import { Table } from '../../../../design/Table.tsx';
import { useText } from '../../../../i18n/language.tsx';
import { useTerms } from '../../../../i18n/terms.ts';
import { ConditionsChoice } from '../../terms/ConditionsChoice.tsx';
import { isMask } from '../../terms/masks.ts';
import { useAgreementWords } from '../../words/agreementWords.ts';
import { FieldName } from '../FieldsTable.tsx';
import type { FieldTerms, FullRequest } from '../request.ts';
import type { GrantDraft } from './grant.ts';
import { movesText } from './text.ts';

export interface GrantFieldsProps {
  readonly request: FullRequest;
  /** Fields to choose from. */
  readonly from: readonly FieldTerms[];
  readonly draft: GrantDraft;
  readonly caption: string;
  readonly onChange: (draft: GrantDraft) => void;
}

/** Chooses fields with a mask for each, conditions, and months; never more than was asked. */
export function GrantFields({ request, from, draft, caption, onChange }: GrantFieldsProps) {
  const text = useText(movesText);
  const { term } = useTerms();
  const words = useAgreementWords();
  const masksOf = new Map(request.dataset?.fields?.map(({ coordinate, transforms }) => [coordinate, transforms]));
  const barred = new Set(request.dataset?.neverOpen?.map(({ coordinate }) => coordinate));
  const names = from.flatMap(({ field }) => field ?? []);
  const choose = (field: string, isGiven: boolean): void => {
    const fields = new Set(draft.fields);
    if (isGiven) fields.add(field);
    else fields.delete(field);
    onChange({ ...draft, fields });
  };
  const mask = (field: string, to: string): void => {
    const masks = new Map(draft.masks);
    if (isMask(to)) masks.set(field, to);
    else masks.delete(field);
    onChange({ ...draft, masks });
  };
  return (
    <>
      <div className="form-actions">
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          onClick={() => onChange({ ...draft, fields: new Set(names) })}
        >
          {text.grantAll}
        </button>
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          onClick={() => onChange({ ...draft, fields: new Set() })}
        >
          {text.grantNone}
        </button>
      </div>
      <Table caption={caption} head={[text.field, text.form]}>
        {from.map(({ field, transform }) => {
          if (field === null) return null;
          const isBarred = barred.has(field);
          return (
            <tr key={field}>
              <th scope="row">
                <Checkbox
                  label={<FieldName coordinate={field} />}
                  checked={draft.fields.has(field) && !isBarred}
                  disabled={isBarred}
                  onChange={(event) => choose(field, event.target.checked)}
                />
              </th>
              <td>
                {isBarred ? (
                  text.barred
                ) : (
                  <select
                    className="usa-select"
                    aria-label={`${text.form}: ${field}`}
                    disabled={!draft.fields.has(field)}
                    value={draft.masks.get(field) ?? ''}
                    onChange={(event) => mask(field, event.target.value)}
                  >
                    <option value="">{text.asAsked(words.formOf(transform))}</option>
                    {[...new Set([...(masksOf.get(field) ?? []), 'REDACT'])]
                      .filter((one) => one !== transform)
                      .map((one) => (
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
      <div className="form-row">
        <ConditionsChoice
          asked={from[0]?.conditions ?? []}
          allowsEmergency={request.dataset?.emergencyRoles !== null}
          conditions={draft.conditions}
          onChange={(conditions) => onChange({ ...draft, conditions })}
        />
        <TextField
          type="number"
          min={1}
          max={request.months ?? 36}
          label={text.months}
          hint={text.monthsHint(request.months ?? 0)}
          value={draft.months}
          onChange={(event) => onChange({ ...draft, months: event.target.value })}
        />
      </div>
    </>
  );
}
