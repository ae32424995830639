import { useAgreementWords } from './agreementWords.ts';

const TONES: Readonly<Record<string, string>> = {
  IN_FORCE: 'green',
  SUBMITTED: 'blue',
  INFORMATION_ASKED: 'blue',
  EXTENDED: 'blue',
  ESCALATED: 'gold',
  APPEALED: 'gold',
  REVOCATION_ESCALATED: 'gold',
  PENDING_FEDERAL_APPROVAL: 'gold',
  SUSPENDED: 'gold',
  DENIED: 'red',
  UPHELD: 'red',
  DENIAL_REINSTATED: 'red',
  FEDERALLY_REFUSED: 'red',
  REVOKED: 'red',
};

export function StatusBadge({ status }: { readonly status: string | null | undefined }) {
  const { word } = useAgreementWords();
  const tone = TONES[status ?? ''];
  return <span className={tone === undefined ? 'badge' : `badge badge--${tone}`}>{word('statuses', status)}</span>;
}
