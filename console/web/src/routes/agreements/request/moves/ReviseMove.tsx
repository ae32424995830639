import { useState } from 'react';
import { useText } from '../../../../i18n/language.tsx';
import { TermsFields } from '../../draft/TermsFields.tsx';
import { type TermsDraft, termsInput } from '../../draft/terms.ts';
import { draftText } from '../../draft/text.ts';
import { ReviseRequestDocument } from '../../generated/graphql.ts';
import type { FullRequest } from '../request.ts';
import { MoveForm } from './MoveForm.tsx';
import type { MoveProps } from './moveProps.ts';
import { useMove } from './useMove.ts';

/** Changes a draft: all of its terms, and why the data is needed. */
export function ReviseMove({ kind, request, onDone, onReload }: MoveProps) {
  const text = useText(draftText);
  const { state, send, base } = useMove(kind, request, onDone);
  const [terms, setTerms] = useState(() => termsOf(request));
  const { dataset } = request;
  if (dataset === null) return null;
  return (
    <MoveForm
      {...{ kind, state, onReload }}
      action={text.revise}
      why={request.justification ?? ''}
      onSend={(_, why) => void send(ReviseRequestDocument, { ...base, terms: termsInput(terms), why })}
    >
      <TermsFields {...{ dataset, terms }} onChange={setTerms} />
    </MoveForm>
  );
}

function termsOf(request: FullRequest): TermsDraft {
  const fields = request.fields ?? [];
  const conditions = fields[0]?.conditions ?? [];
  return {
    purpose: request.purpose ?? 'BENEFIT_ELIGIBILITY',
    fields: new Set(fields.flatMap(({ field }) => field ?? [])),
    masks: new Map(
      fields.flatMap(({ field, transform }) =>
        field === null || transform === null ? [] : [[field, transform] as const],
      ),
    ),
    roles: new Set(request.roles),
    conditions: conditions.every((all) => all.length === 0) ? undefined : conditions,
    legalBasis: request.legalBasis ?? '',
    population: request.population ?? '',
    startsOn: request.startsOn ?? '',
    months: String(request.months ?? 12),
    retentionDays: String(request.retentionDays ?? 365),
    redisclosure: request.redisclosure ?? 'PROHIBITED',
  };
}
