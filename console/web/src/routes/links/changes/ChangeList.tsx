import { useState } from 'react';
import { Answered } from '../../../design/Answered.tsx';
import { Failure } from '../../../design/Failure.tsx';
import { Table } from '../../../design/Table.tsx';
import { useAsk, useAsked } from '../../../graph/graph.ts';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { type ChangeLineFragment, ChangesDocument, type LinkChangeStatus } from '../generated/graphql.ts';
import { ChangeRow } from './ChangeRow.tsx';
import { changesText } from './text.ts';

const PAGE_SIZE = 20;

interface ChangeListProps {
  readonly personId?: string;
  readonly status?: LinkChangeStatus;
  readonly empty?: string;
}

/** Changes of links as a table, newest first, page by page. */
export function ChangeList({ personId, status, empty }: ChangeListProps) {
  const text = useText(changesText);
  const { number } = useFormats();
  const ask = useAsk();
  const variables = { personId: personId ?? null, status: status ?? null, first: PAGE_SIZE, after: null };
  const asked = useAsked(ChangesDocument, variables);
  const [older, setOlder] = useState<readonly ChangeLineFragment[]>([]);
  const [end, setEnd] = useState<string | null>();
  const [problem, setProblem] = useState<Error>();
  const showMore = (after: string): void => {
    setProblem(undefined);
    ask(ChangesDocument, { ...variables, after }).then(
      ({ data, errors }) => {
        const page = data?.linkChanges;
        if (page == null) setProblem(new Error(errors[0]?.message ?? ''));
        else {
          setOlder([...older, ...(page.nodes ?? [])]);
          setEnd(page.hasNextPage === true ? page.endCursor : null);
        }
      },
      (error: Error) => setProblem(error),
    );
  };
  return (
    <Answered asked={asked} part="linkChanges">
      {({ linkChanges }) => {
        const rows = [...(linkChanges?.nodes ?? []), ...older];
        const next = end === undefined && linkChanges?.hasNextPage === true ? linkChanges.endCursor : end;
        if (rows.length === 0) return <p className="soft">{empty ?? text.none}</p>;
        return (
          <>
            <p role="status" className="small soft">
              {text.shown(number(rows.length), number(linkChanges?.totalCount ?? rows.length))}
            </p>
            <div className="stacks">
              <Table caption={text.caption} captionHidden head={[text.change, text.who, text.why, text.state]}>
                {rows.map((change) => (
                  <ChangeRow key={change.id} change={change} />
                ))}
              </Table>
            </div>
            {problem !== undefined && <Failure error={problem} />}
            {next !== null && next !== undefined && (
              <button type="button" className="usa-button usa-button--outline" onClick={() => showMore(next)}>
                {text.more}
              </button>
            )}
          </>
        );
      }}
    </Answered>
  );
}
