import type { ReactNode } from 'react';
import { Checkbox, Select, TextField } from '../../../design/Field.tsx';
import { useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import { ConditionsChoice } from '../terms/ConditionsChoice.tsx';
import { useAgreementWords } from '../words/agreementWords.ts';
import { FieldsChoice } from './FieldsChoice.tsx';
import { PURPOSES, REDISCLOSURES, type RequestableDataset, ROLES, type TermsDraft } from './terms.ts';
import { draftText } from './text.ts';

export interface TermsFieldsProps {
  readonly dataset: Pick<RequestableDataset, 'fields' | 'neverOpen' | 'emergencyRoles'>;
  readonly terms: TermsDraft;
  readonly onChange: (terms: TermsDraft) => void;
  readonly justification?: ReactNode;
}

/** The terms of a request: purpose, fields with masks, roles, conditions, and dates. */
export function TermsFields({ dataset, terms, onChange, justification }: TermsFieldsProps) {
  const text = useText(draftText);
  const { term } = useTerms();
  const words = useAgreementWords();
  const change = (part: Partial<TermsDraft>): void => onChange({ ...terms, ...part });
  return (
    <>
      <Select
        label={text.purpose}
        value={terms.purpose}
        onChange={(event) => change({ purpose: PURPOSES.find((one) => one === event.target.value) ?? terms.purpose })}
      >
        {PURPOSES.map((one) => (
          <option key={one} value={one}>
            {term('purposes', one)}
          </option>
        ))}
      </Select>
      <TextField
        label={text.legalBasis}
        hint={text.legalBasisHint}
        required
        value={terms.legalBasis}
        onChange={(event) => change({ legalBasis: event.target.value })}
      />
      {justification}
      <FieldsChoice {...{ dataset, terms, change }} />
      <fieldset className="usa-fieldset">
        <legend className="usa-legend">{text.roles}</legend>
        {ROLES.map((role) => (
          <Checkbox
            key={role}
            label={term('roles', role)}
            checked={terms.roles.has(role)}
            onChange={(event) => {
              const roles = new Set(terms.roles);
              if (event.target.checked) roles.add(role);
              else roles.delete(role);
              change({ roles });
            }}
          />
        ))}
      </fieldset>
      <ConditionsChoice
        allowsEmergency={dataset.emergencyRoles !== null}
        conditions={terms.conditions}
        onChange={(conditions) => change({ conditions })}
      />
      <details>
        <summary>{text.more}</summary>
        <TextField
          label={text.population}
          required
          value={terms.population}
          onChange={(event) => change({ population: event.target.value })}
        />
        <div className="form-row">
          <TextField
            type="date"
            label={text.startsOn}
            value={terms.startsOn}
            onChange={(event) => change({ startsOn: event.target.value })}
          />
          <TextField
            type="number"
            min={1}
            max={36}
            required
            label={text.months}
            value={terms.months}
            onChange={(event) => change({ months: event.target.value })}
          />
          <TextField
            type="number"
            min={1}
            required
            label={text.retention}
            value={terms.retentionDays}
            onChange={(event) => change({ retentionDays: event.target.value })}
          />
          <Select
            label={text.redisclosure}
            value={terms.redisclosure}
            onChange={(event) =>
              change({ redisclosure: REDISCLOSURES.find((one) => one === event.target.value) ?? terms.redisclosure })
            }
          >
            {REDISCLOSURES.map((one) => (
              <option key={one} value={one}>
                {words.word('redisclosures', one)}
              </option>
            ))}
          </Select>
        </div>
      </details>
    </>
  );
}
