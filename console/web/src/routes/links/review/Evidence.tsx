import { Link } from 'wouter';
import { Table } from '../../../design/Table.tsx';
import { useHandles } from '../../../graph/useHandles.ts';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import type { RecordFragment } from '../generated/graphql.ts';
import { Differences } from '../parts/Differences.tsx';
import { COMPARISON_OF, linkWords, TRAITS, type Trait } from '../words.ts';
import { differingLetters, isOtherText, letterDiff, type Run } from './letterDiff.ts';
import { reviewText } from './text.ts';

interface Pair {
  readonly one: RecordFragment;
  readonly other: RecordFragment;
}

interface EvidenceProps extends Pair {
  /** Levels of agreement, by comparison of the model. Absent: the pair was not compared. */
  readonly levels?: ReadonlyMap<string, string | null>;
}

const hasValue = (value: string | null): value is string => value !== null && value !== '';

/** Everything that two records say, side by side; what differs is marked letter by letter and said in words. */
export function Evidence({ one, other, levels }: EvidenceProps) {
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
          <TraitRow
            key={trait}
            trait={trait}
            one={one[trait]}
            other={other[trait]}
            level={levels?.get(COMPARISON_OF[trait] ?? '')}
          />
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

interface TraitRowProps {
  readonly trait: Trait;
  readonly one: string | null;
  readonly other: string | null;
  /** Null: the model sees no evidence. Undefined: it has not compared them. */
  readonly level: string | null | undefined;
}

function TraitRow({ trait, one, other, level }: TraitRowProps) {
  const text = useText(reviewText);
  const { traits, levels } = useText(linkWords);
  const both = hasValue(one) && hasValue(other);
  // Such as F and Female.
  const countsAsSame = both && one !== other && level === 'exact';
  const isOther = both && !countsAsSame && isOtherText(one, other) && (level ?? 'different') === 'different';
  const [first, second] =
    both && !isOther && !countsAsSame ? letterDiff(one, other) : [whole(one, isOther), whole(other, isOther)];
  const words = levels[level ?? ''];
  function says(): string {
    if (!both) return text.onlyOne;
    if (one === other) return text.same;
    if (countsAsSame) return text.written;
    const difference = isOther ? text.other : text.differs(differingLetters(one, other));
    if (level === null) return text.as(difference, text.noEvidence);
    return words === undefined || level === 'different' ? difference : text.as(difference, words);
  }
  return (
    <tr className={both && one !== other && !countsAsSame ? 'evidence__row--differs' : undefined}>
      <th scope="row">
        {traits[trait]}
        <span className="evidence__says">{says()}</span>
      </th>
      <td>{hasValue(one) ? <Differences runs={first} /> : <NoValue />}</td>
      <td>{hasValue(other) ? <Differences runs={second} /> : <NoValue />}</td>
    </tr>
  );
}

const whole = (text: string | null, differs: boolean): readonly Run[] => [{ text: text ?? '', differs }];

function NoValue() {
  return <span className="soft">{useText(reviewText).noValue}</span>;
}

function PersonRow({ one, other }: Pair) {
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
