import { useText } from '../../../i18n/language.tsx';
import type { PublicationState } from '../generated/graphql.ts';
import { registryWords } from '../words.ts';

const CLASSES: Readonly<Record<PublicationState, string>> = {
  PENDING: 'badge badge--gold',
  REJECTED: 'badge badge--red',
  IN_SERVICE: 'badge badge--green',
  REPLACED: 'badge',
};

export function StateBadge({ state }: { readonly state: PublicationState }) {
  return <span className={CLASSES[state]}>{useText(registryWords).states[state]}</span>;
}
