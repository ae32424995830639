import { Select, TextArea } from '../../../design/Field.tsx';
import { FreshGate } from '../../../design/FreshGate.tsx';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import { type EmergencyFieldsFragment, type EmergencyOutcome, ReviewEmergencyDocument } from '../generated/graphql.ts';
import { textOf } from '../request/moves/MoveForm.tsx';
import { ChangeForm } from '../terms/ChangeForm.tsx';
import { useAgreementWords } from '../words/agreementWords.ts';
import { emergenciesText } from './text.ts';

const OUTCOMES: readonly EmergencyOutcome[] = ['JUSTIFIED', 'NOT_JUSTIFIED'];

interface EmergencyCardProps {
  readonly emergency: EmergencyFieldsFragment;
  readonly onReviewed: () => void;
}

/** One emergency: who declared it and why, what it opened, and the review. */
export function EmergencyCard({ emergency, onReviewed }: EmergencyCardProps) {
  const text = useText(emergenciesText);
  const { term } = useTerms();
  const words = useAgreementWords();
  const { instant } = useFormats();
  const reviews = emergency.reviews ?? [];
  return (
    <>
      <p className="entry__sentence">
        {words.word('emergencyReasons', emergency.reason)}:{' '}
        {text.declared(
          emergency.requester ?? '',
          emergency.agency ?? '',
          term('purposes', emergency.purpose).toLowerCase(),
        )}
      </p>
      <p>
        <q>{emergency.words}</q>
      </p>
      <p className="soft small">
        {text.opened(instant(emergency.openedAt ?? ''), instant(emergency.endsAt ?? ''))}{' '}
        {reviews.length === 0 && emergency.reviewDue !== null && text.due(instant(emergency.reviewDue))}{' '}
        {emergency.overdue === true && <strong className="due__left--soon">{text.overdue}</strong>}
      </p>
      <p className="small">
        {text.data}: {(emergency.datasets ?? []).map((id) => term('datasets', id)).join(', ')}.{' '}
        {text.shown((emergency.shown ?? []).length)}
      </p>
      {reviews.map((review) => (
        <p key={review.reviewedAt} className="small">
          <strong>
            {text.reviewed(
              words.word('emergencyOutcomes', review.outcome),
              review.reviewedBy ?? '',
              instant(review.reviewedAt ?? ''),
            )}
          </strong>{' '}
          <q>{review.comment}</q>
        </p>
      ))}
      <details>
        <summary>{text.review}</summary>
        <FreshGate>
          <ChangeForm
            action={text.review}
            done={text.reviewDone}
            onDone={onReviewed}
            send={async (ask, form) => {
              const outcome = OUTCOMES.find((one) => one === textOf(form, 'outcome')) ?? 'NOT_JUSTIFIED';
              const input = { emergencyId: emergency.id, outcome, comment: textOf(form, 'comment') };
              return ask(ReviewEmergencyDocument, { input });
            }}
          >
            <Select name="outcome" label={text.outcome} required defaultValue="">
              <option value="" />
              {OUTCOMES.map((one) => (
                <option key={one} value={one}>
                  {words.emergencyOutcomes[one]}
                </option>
              ))}
            </Select>
            <TextArea name="comment" label={text.comment} required minLength={3} maxLength={4_000} />
          </ChangeForm>
        </FreshGate>
      </details>
    </>
  );
}
