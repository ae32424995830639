import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from '../i18n/language.tsx';
import { designText } from './text.ts';

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A modal dialog: the browser keeps the focus inside and closes it with Escape. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const text = useText(designText);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  /** The event comes later than the closing, so the dialog may be open again. */
  const onClosed = (): void => {
    if (dialog.current?.open !== true) onClose();
  };
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onCancel={onClose} onClose={onClosed}>
      <div className="dialog__head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="usa-button usa-button--unstyled" onClick={onClose}>
          {text.close}
        </button>
      </div>
      {children}
    </dialog>
  );
}
