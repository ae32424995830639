import { TextField } from '../../../design/Field.tsx';
import { FreshGate } from '../../../design/FreshGate.tsx';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import { useSession } from '../../../session/SessionProvider.tsx';
import { ConfirmConsentDocument, type ConsentsQuery, RevokeConsentDocument } from '../generated/graphql.ts';
import { textOf } from '../request/moves/MoveForm.tsx';
import { ChangeForm } from '../terms/ChangeForm.tsx';
import { useAgreementWords } from '../words/agreementWords.ts';
import { fingerprintOf } from './fingerprint.ts';
import { consentsText } from './text.ts';

interface ConsentCardProps {
  readonly consent: NonNullable<ConsentsQuery['consents']>[number];
  readonly onChanged: () => void;
}

/** One consent, with what staff of its two agencies can do. */
export function ConsentCard({ consent, onChanged }: ConsentCardProps) {
  const text = useText(consentsText);
  const { term } = useTerms();
  const words = useAgreementWords();
  const { date, instant } = useFormats();
  const { user } = useSession();
  const { state, discloser, recipient } = consent;
  const isParty = user.agency === discloser || user.agency === recipient;
  return (
    <>
      <p className="entry__sentence">
        {text.gives(
          term('agencies', discloser),
          term('agencies', recipient),
          (consent.datasets ?? []).map((id) => term('datasets', id)).join(', '),
          term('purposes', consent.purpose).toLowerCase(),
        )}{' '}
        <span className="badge">{words.word('consentStates', state)}</span>
      </p>
      <p className="small">
        {consent.description}{' '}
        {text.signed(consent.signedBy ?? '', date(consent.givenOn ?? ''), date(consent.expiresOn ?? ''))}
      </p>
      <p className="soft small">
        {text.recorded(consent.recordedBy ?? '', consent.recordedFor ?? '', instant(consent.recordedAt ?? ''))}{' '}
        {consent.confirmedAt !== null &&
          text.confirmed(words.word('confirmations', consent.confirmedAs), instant(consent.confirmedAt))}{' '}
        {consent.revokedAt !== null && text.revoked(instant(consent.revokedAt), consent.revokedBecause ?? '')}
      </p>
      {isParty && state === 'RECORDED' && consent.recordedBy !== user.subject && (
        <details>
          <summary>{text.confirm}</summary>
          <ChangeForm
            action={text.confirm}
            done={text.confirmDone}
            onDone={onChanged}
            send={async (ask, form) =>
              ask(ConfirmConsentDocument, {
                input: { consentId: consent.id, documentSha256: await fingerprintOf(form, 'document') },
              })
            }
          >
            <TextField type="file" name="document" label={text.document} hint={text.documentHint} required />
          </ChangeForm>
        </details>
      )}
      {isParty && (state === 'RECORDED' || state === 'IN_FORCE') && (
        <details>
          <summary>{text.revoke}</summary>
          <FreshGate>
            <ChangeForm
              action={text.revoke}
              done={text.revokeDone}
              onDone={onChanged}
              send={async (ask, form) =>
                ask(RevokeConsentDocument, { input: { consentId: consent.id, reason: textOf(form, 'reason') } })
              }
            >
              <TextField name="reason" label={text.revokeReason} required minLength={3} />
            </ChangeForm>
          </FreshGate>
        </details>
      )}
    </>
  );
}
