import { useState } from 'react';
import { Link } from 'wouter';
import { Failure } from '../../../design/Failure.tsx';
import { TextArea } from '../../../design/Field.tsx';
import { FreshGate } from '../../../design/FreshGate.tsx';
import { Loading } from '../../../design/Loading.tsx';
import { Table } from '../../../design/Table.tsx';
import { useAsk } from '../../../graph/graph.ts';
import { handlesOf } from '../../../graph/handles.ts';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/SessionProvider.tsx';
import {
  ApproveUnmaskingDocument,
  type DecideUnmaskingInput,
  RefuseUnmaskingDocument,
  UnmaskedPersonsDocument,
  type UnmaskingRowFragment,
} from '../generated/graphql.ts';
import { useChange } from '../useChange.ts';
import { unmaskingText } from './text.ts';

/** One request: what is asked and why, the decision, and the persons while it is open. */
export function UnmaskingCard({
  unmasking,
  onChange,
}: {
  readonly unmasking: UnmaskingRowFragment;
  readonly onChange: () => void;
}) {
  const text = useText(unmaskingText);
  const { instant } = useFormats();
  const { roles } = useSession().user;
  const { id, status, pseudonyms, reason, caseReference } = unmasking;
  return (
    <section className="card looked">
      <h2 className="looked__what">
        {text.case} {caseReference} <span className="badge">{status === null ? '' : text.status[status]}</span>
      </h2>
      <p className="soft">{text.requested(unmasking.requestedBy ?? '', instant(unmasking.requestedAt ?? ''))}</p>
      <p>{reason}</p>
      <details>
        <summary>{text.pseudonyms(pseudonyms?.length ?? 0)}</summary>
        {(pseudonyms ?? []).map((one) => (
          <span key={one} className="entry__line pseudonym entry__id">
            {one}
          </span>
        ))}
      </details>
      {unmasking.decidedAt !== null && (
        <p>
          {text.decided(unmasking.decidedBy ?? '', instant(unmasking.decidedAt))}: {unmasking.comment}
        </p>
      )}
      {status === 'OPEN' && unmasking.openUntil !== null && <p>{text.openUntil(instant(unmasking.openUntil))}</p>}
      {status === 'WAITING' && roles.includes('DATA_STEWARD') && <Decide id={id} onDone={onChange} />}
      {status === 'OPEN' && roles.includes('AUDITOR') && <Persons id={id} />}
    </section>
  );
}

function Decide({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const text = useText(unmaskingText);
  const [isRefusing, setRefusing] = useState(false);
  const approve = useChange<object, DecideUnmaskingInput>(ApproveUnmaskingDocument, onDone);
  const refuse = useChange<object, DecideUnmaskingInput>(RefuseUnmaskingDocument, onDone);
  const { error, isSending, submit } = isRefusing ? refuse : approve;
  return (
    <FreshGate>
      {error !== undefined && <Failure error={error} />}
      <form className="form" onSubmit={submit((field) => ({ unmaskingId: id, comment: field('comment') }))}>
        <TextArea
          label={text.comment}
          hint={text.commentHint}
          name="comment"
          required
          minLength={10}
          maxLength={4_000}
        />
        <div className="form-actions">
          <button type="submit" className="usa-button" disabled={isSending} onClick={() => setRefusing(false)}>
            {text.approve}
          </button>
          <button
            type="submit"
            className="usa-button usa-button--outline"
            disabled={isSending}
            onClick={() => setRefusing(true)}
          >
            {text.refuse}
          </button>
        </div>
      </form>
    </FreshGate>
  );
}

interface Found {
  readonly pseudonym: string;
  readonly id: string | undefined;
  readonly handle: string | undefined;
}

const PAUSE_MS = 500;

function Persons({ id }: { readonly id: string }) {
  const text = useText(unmaskingText);
  const ask = useAsk();
  const [found, setFound] = useState<readonly Found[]>();
  const [state, setState] = useState<'idle' | 'reading'>('idle');
  const [error, setError] = useState<Error>();

  /** A large person index is searched in steps: the same query is sent until the search has ended. */
  async function read(): Promise<void> {
    setState('reading');
    try {
      for (;;) {
        const { data, errors } = await ask(UnmaskedPersonsDocument, { id });
        const [first] = errors;
        if (first?.extensions.code === 'UNMASKING_IN_PROGRESS') {
          await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
          continue;
        }
        if (data?.unmaskedPersons == null) throw new Error(first?.message ?? '');
        const persons = data.unmaskedPersons;
        const ids = persons.flatMap(({ person }) => person?.id ?? []);
        const handles = ids.length === 0 ? [] : await handlesOf(ids);
        setFound(
          persons.map(({ pseudonym, person }) => ({
            pseudonym: pseudonym ?? '',
            id: person?.id,
            handle: person === null ? undefined : handles[ids.indexOf(person.id)],
          })),
        );
        return;
      }
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)));
    } finally {
      setState('idle');
    }
  }

  if (state === 'reading') return <Loading />;
  if (error !== undefined) return <Failure error={error} onTryAgain={() => void read()} />;
  if (found === undefined) {
    return (
      <>
        <p className="soft">{text.readNote}</p>
        <button type="button" className="usa-button" onClick={() => void read()}>
          {text.read}
        </button>
      </>
    );
  }
  return (
    <Table caption={text.person} head={[text.pseudonym, text.person, text.entries]}>
      {found.map(({ pseudonym, id: person, handle }) => (
        <tr key={pseudonym}>
          <th scope="row" className="pseudonym entry__id">
            {pseudonym}
          </th>
          <td className="pseudonym entry__id">{person ?? text.nobody}</td>
          <td>{handle !== undefined && <Link href={`/audit?person=${handle}`}>{text.entries}</Link>}</td>
        </tr>
      ))}
    </Table>
  );
}
