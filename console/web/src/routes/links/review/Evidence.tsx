import { Link } from 'wouter';
import { Table } from '../../../design/Table.tsx';
import { useHandles } from '../../../graph/useHandles.ts';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import type { RecordFragment } from '../generated/graphql.ts';
import { Differences } from '../parts/Differences.tsx';
import { linkWords, TRAITS, type Trait } from '../words.ts';
import { differingLetters, letterDiff } from './letterDiff.ts';
import { reviewText } from './text.ts';

interface EvidenceProps {
  readonly one: RecordFragment;
  readonly other: RecordFragment;
}

const hasValue = (value: string | null): value is string => value !== null && value !== '';

/** Everything that two records say, side by side; what differs is marked letter by letter and said in words. */
export function Evidence({ one, other }: EvidenceProps) {
  const text = useText(reviewText);
  const { traits } = useText(linkWords);
  const { term } = useTerms();
  const { instant, list } = useFormats();
  const shown = TRAITS.filter((trait) => hasValue(one[trait]) || hasValue(other[trait]));
  const missing = TRAITS.filter((trait) => !shown.includes(trait));
  const system = (record: RecordFragment) => term('systems', record.system);
  const dates = (record: RecordFragment) => ({
    registered: record.registeredAt === null ? '' : instant(record.registeredAt),
    since: record.personSince === null ? '' : instant(record.personSince),
  });
  return (
    <section className="section evidence">
      <h2>{text.evidence}</h2>
      <p className="soft small">{text.evidenceLead}</p>
      <Table
        caption={text.evidenceCaption}
        captionHidden
        head={[text.trait, text.recordOf('A', system(one)), text.recordOf('B', system(other))]}
      >
        {shown.map((trait) => (
          <TraitRow key={trait} trait={trait} one={one[trait]} other={other[trait]} />
        ))}
        <tr>
          <th scope="row">{text.registered}</th>
          <td>{dates(one).registered}</td>
          <td>{dates(other).registered}</td>
        </tr>
        <tr>
          <th scope="row">{text.since}</th>
          <td>{dates(one).since}</td>
          <td>{dates(other).since}</td>
        </tr>
        <PersonRow one={one} other={other} />
      </Table>
      {missing.length > 0 && (
        <p className="soft small">{text.inNeither(list(missing.map((trait) => traits[trait])))}</p>
      )}
    </section>
  );
}

function TraitRow({
  trait,
  one,
  other,
}: {
  readonly trait: Trait;
  readonly one: string | null;
  readonly other: string | null;
}) {
  const text = useText(reviewText);
  const { traits } = useText(linkWords);
  const both = hasValue(one) && hasValue(other);
  const [first, second] = letterDiff(one ?? '', other ?? '');
  const says = !both ? text.onlyOne : one === other ? text.same : text.differs(differingLetters(one, other));
  return (
    <tr className={both && one !== other ? 'evidence__row--differs' : undefined}>
      <th scope="row">
        {traits[trait]}
        <span className="evidence__says">{says}</span>
      </th>
      <td>{hasValue(one) ? both ? <Differences runs={first} /> : one : <NoValue />}</td>
      <td>{hasValue(other) ? both ? <Differences runs={second} /> : other : <NoValue />}</td>
    </tr>
  );
}

function NoValue() {
  return <span className="soft">{useText(reviewText).noValue}</span>;
}

function PersonRow({ one, other }: EvidenceProps) {
  const text = useText(reviewText);
  const ids = [one.person?.id, other.person?.id].flatMap((id) => id ?? []);
  const handles = useHandles([...new Set(ids)]);
  const isSame = one.person !== null && one.person.id === other.person?.id;
  const link = (record: RecordFragment, words: string) => {
    const handle = handles.get(record.person?.id ?? '');
    return handle === undefined ? null : <Link href={`/links/person/${handle}`}>{words}</Link>;
  };
  return (
    <tr>
      <th scope="row">
        {text.person}
        <span className="evidence__says">{isSame ? text.samePerson : text.twoPersons}</span>
      </th>
      <td>{link(one, isSame ? text.openPerson : text.openPersonOf('A'))}</td>
      <td>{link(other, isSame ? text.openPerson : text.openPersonOf('B'))}</td>
    </tr>
  );
}
