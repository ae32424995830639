import type { Run } from '../review/letterDiff.ts';

/** A value in which the letters that the other record lacks are underlined and in bold, not only colored. */
export function Differences({ runs }: { readonly runs: readonly Run[] }) {
  return (
    <>
      {runs.map(({ text, differs }, at) =>
        differs ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs do not move
          <mark key={at} className="differs">
            {text}
          </mark>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs do not move
          <span key={at}>{text}</span>
        ),
      )}
    </>
  );
}
