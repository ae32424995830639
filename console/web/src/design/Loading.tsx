import { useEffect, useState } from 'react';
import { useText } from '../i18n/language.tsx';
import { designText } from './text.ts';

/** Appears after a short moment, so that quick responses do not flicker. */
export function Loading({ what }: { readonly what?: string }) {
  const text = useText(designText);
  const [shows, setShows] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShows(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="loading" role="status" aria-live="polite">
      {shows && (
        <>
          <progress className="loading__bar" aria-label={what ?? text.loading} /> {what ?? text.loading}
        </>
      )}
    </div>
  );
}
