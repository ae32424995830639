import { type InputHTMLAttributes, useId } from 'react';

/** One of several choices, of which exactly one counts. */
export function Choice({
  label,
  ...input
}: { readonly label: string } & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'type'>) {
  const id = useId();
  return (
    <div className="usa-radio">
      <input {...input} type="radio" id={id} className="usa-radio__input" />
      <label className="usa-radio__label" htmlFor={id}>
        {label}
      </label>
    </div>
  );
}
