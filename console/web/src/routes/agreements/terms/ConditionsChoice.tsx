import { useId } from 'react';
import { Checkbox } from '../../../design/Field.tsx';
import { useText } from '../../../i18n/language.tsx';
import type { PersonCondition } from '../generated/graphql.ts';
import { movesText } from '../request/moves/text.ts';
import { useAgreementWords } from '../words/agreementWords.ts';

const CONDITIONS: readonly PersonCondition[] = ['CASELOAD', 'HOUSEHOLD_OF_CASELOAD', 'WARD', 'CONSENT', 'EMERGENCY'];

type Conditions = readonly (readonly PersonCondition[])[];

export interface ConditionsChoiceProps {
  /** Undefined: nobody has asked for anything yet. */
  readonly asked?: Conditions;
  readonly allowsEmergency: boolean;
  /** Undefined: as asked. */
  readonly conditions: Conditions | undefined;
  readonly onChange: (conditions: Conditions | undefined) => void;
}

/** Chooses for whom: as asked, or only persons who meet all conditions of at least one alternative. */
export function ConditionsChoice({ asked, allowsEmergency, conditions, onChange }: ConditionsChoiceProps) {
  const text = useText(movesText);
  const words = useAgreementWords();
  const id = useId();
  const choices = CONDITIONS.filter((one) => allowsEmergency || one !== 'EMERGENCY');
  const set = (at: number, condition: PersonCondition, isOn: boolean): void => {
    onChange(
      (conditions ?? []).map((all, index) =>
        index !== at ? all : isOn ? [...all, condition] : all.filter((one) => one !== condition),
      ),
    );
  };
  return (
    <fieldset className="usa-fieldset conditions">
      <legend className="usa-legend">{text.forWhom}</legend>
      <div className="usa-radio">
        <input
          className="usa-radio__input"
          type="radio"
          id={`${id}-asked`}
          name={id}
          checked={conditions === undefined}
          onChange={() => onChange(undefined)}
        />
        <label className="usa-radio__label" htmlFor={`${id}-asked`}>
          {asked === undefined ? text.everyPerson : text.conditionsAsked(words.ifOf(asked))}
        </label>
      </div>
      <div className="usa-radio">
        <input
          className="usa-radio__input"
          type="radio"
          id={`${id}-narrower`}
          name={id}
          checked={conditions !== undefined}
          onChange={() => onChange([[]])}
        />
        <label className="usa-radio__label" htmlFor={`${id}-narrower`}>
          {text.conditionsNarrower}
        </label>
      </div>
      {conditions?.map((all, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: alternatives are only added
        <fieldset key={at} className="usa-fieldset conditions__all">
          <legend>{text.alternative(at + 1)}</legend>
          {choices.map((one) => (
            <Checkbox
              key={one}
              label={words.word('conditions', one)}
              checked={all.includes(one)}
              onChange={(event) => set(at, one, event.target.checked)}
            />
          ))}
        </fieldset>
      ))}
      {conditions !== undefined && conditions.length < 3 && (
        <button type="button" className="usa-button usa-button--unstyled" onClick={() => onChange([...conditions, []])}>
          {text.addAlternative}
        </button>
      )}
    </fieldset>
  );
}
