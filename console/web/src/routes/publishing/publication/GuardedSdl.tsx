import { useMemo } from 'react';
import { useText } from '../../../i18n/language.tsx';
import { type LineNote, NumberedSdl } from '../parts/NumberedSdl.tsx';
import { type FieldGuard, fieldGuardsIn } from '../sdl/fieldGuards.ts';
import type { FullPublication } from './fullPublication.ts';
import { publicationText } from './text.ts';

const BADGES: Readonly<Record<FieldGuard['kind'], string>> = {
  public: 'badge badge--green',
  key: 'badge',
  barred: 'badge badge--red',
  guarded: 'badge badge--blue',
  unguarded: 'badge badge--gold',
};

/** The schema with the owner, dataset, and class next to each field, and the file of datasets. */
export function GuardedSdl({ publication, sdl }: { readonly publication: FullPublication; readonly sdl: string }) {
  const text = useText(publicationText);
  const { owner, datasets } = publication;
  const notes = useMemo(() => {
    const byLine = new Map<number, LineNote>();
    for (const [line, guard] of fieldGuardsIn(sdl, datasets)) {
      const listed = guard.datasets.map((one) => (one.class === undefined ? one.id : `${one.id} (${one.class})`));
      const words = guard.kind === 'guarded' ? [owner, ...listed] : [owner, text[guard.kind], ...listed];
      byLine.set(line, { text: words.join(' · '), badge: BADGES[guard.kind] });
    }
    return byLine;
  }, [sdl, datasets, owner, text]);
  return (
    <>
      <NumberedSdl title={text.sdl} sdl={sdl} notes={notes} />
      {datasets !== null && (
        <details className="section">
          <summary>{text.datasets}</summary>
          <NumberedSdl title={text.datasets} sdl={datasets} anchors={false} />
        </details>
      )}
    </>
  );
}
