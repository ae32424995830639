import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import { useText } from '../i18n/language.tsx';
import { designText } from './text.ts';

interface Labeled {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong with the input; announced with it. */
  readonly problem?: string | undefined;
}

function Labels({
  id,
  label,
  hint,
  problem,
  required,
}: Labeled & { readonly id: string; readonly required?: boolean | undefined }) {
  const text = useText(designText);
  return (
    <>
      <label className={`usa-label${problem === undefined ? '' : ' usa-label--error'}`} htmlFor={id}>
        {label}
        {required === true && (
          <>
            {' '}
            <abbr title={text.required} className="usa-hint usa-hint--required">
              *
            </abbr>
          </>
        )}
      </label>
      {hint !== undefined && (
        <span className="usa-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {problem !== undefined && (
        <span className="usa-error-message" id={`${id}-problem`} role="alert">
          {problem}
        </span>
      )}
    </>
  );
}

const describedBy = (id: string, { hint, problem }: Pick<Labeled, 'hint' | 'problem'>) =>
  [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-problem`].join(' ').trim() || undefined;

const boxClass = (name: string, problem: string | undefined) =>
  `${name}${problem === undefined ? '' : ' usa-input--error'}`;

export function TextField({ label, hint, problem, ...input }: Labeled & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  return (
    <div className="usa-form-group">
      <Labels {...{ id, label, hint, problem, required: input.required }} />
      <input
        {...input}
        id={id}
        className={boxClass('usa-input', problem)}
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={describedBy(id, { hint, problem })}
      />
    </div>
  );
}

export function TextArea({ label, hint, problem, ...area }: Labeled & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId();
  return (
    <div className="usa-form-group">
      <Labels {...{ id, label, hint, problem, required: area.required }} />
      <textarea
        rows={3}
        {...area}
        id={id}
        className={boxClass('usa-textarea', problem)}
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={describedBy(id, { hint, problem })}
      />
    </div>
  );
}

export function Select({
  label,
  hint,
  problem,
  children,
  ...select
}: Labeled & SelectHTMLAttributes<HTMLSelectElement>) {
  const id = useId();
  return (
    <div className="usa-form-group">
      <Labels {...{ id, label, hint, problem, required: select.required }} />
      <select
        {...select}
        id={id}
        className={boxClass('usa-select', problem)}
        aria-describedby={describedBy(id, { hint, problem })}
      >
        {children}
      </select>
    </div>
  );
}

export function Checkbox({
  label,
  hint,
  problem,
  ...input
}: Omit<Labeled, 'label'> & { readonly label: ReactNode } & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  return (
    <div className="usa-checkbox">
      <input
        {...input}
        type="checkbox"
        id={id}
        className="usa-checkbox__input"
        aria-describedby={describedBy(id, { hint, problem })}
      />
      <label className="usa-checkbox__label" htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <span className="usa-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {problem !== undefined && (
        <span className="usa-error-message" id={`${id}-problem`} role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}
