import type { ReactNode } from 'react';

export interface AlertProps {
  readonly kind: 'info' | 'success' | 'warning' | 'error';
  readonly title?: string;
  readonly children?: ReactNode;
}

/** A message of the page. Errors and warnings are announced at once, others when the user pauses. */
export function Alert({ kind, title, children }: AlertProps) {
  const role = kind === 'error' || kind === 'warning' ? 'alert' : 'status';
  return (
    <div className={`usa-alert usa-alert--${kind} usa-alert--slim usa-alert--no-icon`} role={role}>
      <div className="usa-alert__body">
        {title !== undefined && <strong className="alert__title">{title}</strong>}
        <div className="usa-alert__text">{children}</div>
      </div>
    </div>
  );
}
