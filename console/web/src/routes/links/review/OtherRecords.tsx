import { Answered } from '../../../design/Answered.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useText } from '../../../i18n/language.tsx';
import { type RecordFragment, RecordsOfTwoDocument } from '../generated/graphql.ts';
import { RecordTable } from '../parts/RecordTable.tsx';
import { reviewText } from './text.ts';

/** What the two persons have besides the two records. */
export function OtherRecords({ one, other }: { readonly one: RecordFragment; readonly other: RecordFragment }) {
  const text = useText(reviewText);
  const ids = [one.person?.id, other.person?.id] as const;
  const isSame = ids[0] === ids[1];
  const asked = useAsked(
    RecordsOfTwoDocument,
    ids[0] === undefined || ids[1] === undefined ? undefined : { one: ids[0], other: ids[1] },
  );
  return (
    <section className="section">
      <h2>{text.others}</h2>
      <p className="soft small">{isSame ? text.othersLeadSame : text.othersLead}</p>
      <Answered asked={asked} part="one">
        {(data) => {
          const without = (records: readonly RecordFragment[] | null) =>
            (records ?? []).filter(({ id }) => id !== one.id && id !== other.id);
          return (
            <>
              <Records caption={isSame ? text.othersBoth : text.othersOf('A')} records={without(data.one)} />
              {!isSame && <Records caption={text.othersOf('B')} records={without(data.other)} />}
            </>
          );
        }}
      </Answered>
    </section>
  );
}

function Records({ caption, records }: { readonly caption: string; readonly records: readonly RecordFragment[] }) {
  const text = useText(reviewText);
  if (records.length > 0) return <RecordTable caption={caption} records={records} />;
  return (
    <p>
      <strong>{caption}:</strong> {text.noOthers}
    </p>
  );
}
