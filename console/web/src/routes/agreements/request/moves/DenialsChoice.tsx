import { Checkbox, Select, TextArea, TextField } from '../../../../design/Field.tsx';
import { Loading } from '../../../../design/Loading.tsx';
import { useAsked } from '../../../../graph/graph.ts';
import { useFormats } from '../../../../i18n/dates.ts';
import { useText } from '../../../../i18n/language.tsx';
import { ReasonsForDenialDocument } from '../../generated/graphql.ts';
import { fieldWords, useAgreementWords } from '../../words/agreementWords.ts';
import { type DenialDraft, emptyDenial } from './denials.ts';
import { movesText } from './text.ts';

export interface DenialsChoiceProps {
  readonly dataset: string;
  readonly denials: readonly DenialDraft[];
  /** Fields that are not granted; with more than one law, each names its own. */
  readonly refused: readonly string[];
  readonly title: string;
  readonly allowsSeveral?: boolean;
  readonly onChange: (denials: readonly DenialDraft[]) => void;
  /** Told with each choice: whether the law can be cured by less data. */
  readonly onCurable?: (isCurable: boolean) => void;
}

/** A denial cites a law of the catalog, and nothing else: there is no field for a reason of one's own. */
export function DenialsChoice(props: DenialsChoiceProps) {
  const { dataset, denials, refused, onChange } = props;
  const text = useText(movesText);
  const words = useAgreementWords();
  const { alternatives } = useFormats();
  const asked = useAsked(ReasonsForDenialDocument, { dataset });
  if (asked.status !== 'ready') return <Loading />;
  const reasons = asked.answer.data?.denialCodes ?? [];
  const change = (key: number, part: Partial<DenialDraft>): void =>
    onChange(denials.map((denial) => (denial.key === key ? { ...denial, ...part } : denial)));
  const chooseLaw = (key: number, code: string): void => {
    const reason = reasons.find((one) => one.code === code);
    change(key, { code, citation: reason?.citations?.[0] ?? '' });
    const cures = reason?.curableBy ?? [];
    props.onCurable?.(cures.includes('FEWER_FIELDS') || cures.includes('ANONYMIZING'));
  };
  return (
    <fieldset className="usa-fieldset denials">
      <legend className="usa-legend">{props.title}</legend>
      {denials.map((denial) => {
        const reason = reasons.find(({ code }) => code === denial.code);
        return (
          <div key={denial.key} className="denials__one">
            <div className="form-row">
              <Select
                label={text.law}
                required
                value={denial.code}
                onChange={(event) => chooseLaw(denial.key, event.target.value)}
                hint={
                  reason === undefined || (reason.curableBy ?? []).length === 0
                    ? undefined
                    : text.cures(alternatives((reason.curableBy ?? []).map((cure) => words.word('cures', cure))))
                }
              >
                <option value="">{text.chooseLaw}</option>
                {reasons.map(({ code, reason: what }) => (
                  <option key={code} value={code ?? ''}>
                    {code}: {what}
                  </option>
                ))}
              </Select>
              <Select
                label={text.citation}
                required
                value={denial.citation}
                onChange={(event) => change(denial.key, { citation: event.target.value })}
              >
                {(reason?.citations ?? []).map((citation) => (
                  <option key={citation}>{citation}</option>
                ))}
              </Select>
            </div>
            <TextArea
              label={text.facts}
              required
              rows={2}
              value={denial.factualBasis}
              onChange={(event) => change(denial.key, { factualBasis: event.target.value })}
            />
            <TextField
              label={text.officer}
              required
              value={denial.officerTitle}
              onChange={(event) => change(denial.key, { officerTitle: event.target.value })}
            />
            {denials.length > 1 && (
              <fieldset className="usa-fieldset">
                <legend>{text.denialFields}</legend>
                {refused.map((field) => (
                  <Checkbox
                    key={field}
                    label={fieldWords(field)}
                    checked={denial.fields.includes(field)}
                    onChange={(event) =>
                      change(denial.key, {
                        fields: event.target.checked
                          ? [...denial.fields, field]
                          : denial.fields.filter((one) => one !== field),
                      })
                    }
                  />
                ))}
                <button
                  type="button"
                  className="usa-button usa-button--unstyled"
                  onClick={() => onChange(denials.filter(({ key }) => key !== denial.key))}
                >
                  {text.removeDenial}
                </button>
              </fieldset>
            )}
          </div>
        );
      })}
      {props.allowsSeveral === true && refused.length > 1 && (
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          onClick={() =>
            onChange([
              ...denials,
              emptyDenial(1 + Math.max(...denials.map(({ key }) => key)), denials[0]?.officerTitle ?? ''),
            ])
          }
        >
          {text.addDenial}
        </button>
      )}
    </fieldset>
  );
}
