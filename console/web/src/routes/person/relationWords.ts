import { useText } from '../../i18n/language.tsx';
import { relationTo } from './kinship.ts';
import { personText } from './text.ts';
import { useWord } from './values.ts';
import type { Member } from './view.ts';

/** What each member is to the person of the page, in words; empty if no relationship is known. */
export function useRelationWords(members: readonly Member[], focusId: string): (memberId: string) => string {
  const text = useText(personText);
  const word = useWord();
  return (memberId) => {
    if (memberId === focusId) return text.thisRecord;
    const relation = relationTo(members, focusId, memberId);
    if (relation === undefined) return '';
    const kind = word('relationship', relation.kind);
    return relation.via === undefined ? kind : text.relationVia(kind, word('relationship', relation.via));
  };
}
