import { useState } from 'react';
import { useText } from '../../i18n/language.tsx';
import { asCurl, asTypedDocument } from './copies.ts';
import type { ReadQuery } from './readQuery.ts';
import { explorerText } from './text.ts';

export function CopyButtons({ read, purpose }: { readonly read: ReadQuery; readonly purpose: string }) {
  const text = useText(explorerText);
  const [said, setSaid] = useState('');
  if (read.kind !== 'query') return null;
  const copy = (what: string): void => {
    navigator.clipboard.writeText(what).then(
      () => setSaid(text.copied),
      () => setSaid(text.notCopied),
    );
  };
  const names = [...new Set([...read.text.matchAll(/\$(\w+)\s*:/g)].map(([, name = '']) => name))];
  return (
    <>
      <button
        type="button"
        className="usa-button usa-button--outline"
        onClick={() => copy(asCurl(read.text, names, purpose))}
      >
        {text.copyCurl}
      </button>
      <button
        type="button"
        className="usa-button usa-button--outline"
        onClick={() => copy(asTypedDocument(read.text, read.name))}
      >
        {text.copyTyped}
      </button>
      <span role="status">{said}</span>
    </>
  );
}
