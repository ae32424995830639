import { useText } from '../../i18n/language.tsx';
import { type Family, familyOf } from './kinship.ts';
import { useRelationWords } from './relationWords.ts';
import { personText } from './text.ts';
import { useWord, type Word } from './values.ts';
import { ageOn, fullName, initials, type Member, shortName, type ViewedPerson } from './view.ts';

const WIDTH = 560;
const ROW = 112;
const ROOF = 56;
const RADIUS = 20;
/** Members a row can hold before it wraps. */
const PER_ROW = 4;
const LONGEST_NAME = 20;

interface Spot {
  readonly member: Member;
  readonly x: number;
  readonly y: number;
  readonly isAway: boolean;
}

/** People by generation inside the outline of a house; those in custody stand outside. The table has the same rows. */
export function HouseholdPicture({
  person,
  members,
}: {
  readonly person: ViewedPerson;
  readonly members: readonly Member[];
}) {
  const text = useText(personText);
  const word = useWord();
  const family = familyOf(members, person.id);
  const { spots, height, wall } = layOut(family);
  const relationOf = useRelationWords(members, person.id);
  const at = new Map(spots.map((spot) => [spot.member.id, spot]));
  const { address } = person.household ?? { address: null };
  const street = [address?.street, address?.city].filter(Boolean).join(', ') || address?.county || '';
  return (
    <svg
      className="house"
      viewBox={`0 0 ${WIDTH} ${height + 8}`}
      role="img"
      aria-label={text.pictureLabel(members.map(({ name }) => fullName(name, text.person)).join(', '))}
    >
      <path className="house__outline" d={`M4 ${ROOF} L${wall / 2} 4 L${wall - 4} ${ROOF} V${height} H4 Z`} />
      {family.partners.map(([one, other]) => (
        <Line key={`${one} ${other}`} from={at.get(one)} to={at.get(other)} kind="partner" />
      ))}
      {family.parentOf.map(([parent, child]) => (
        <Line key={`${parent} ${child}`} from={at.get(parent)} to={at.get(child)} kind="parent" />
      ))}
      {spots.map((spot) => (
        <Person
          key={spot.member.id}
          spot={spot}
          isFocus={spot.member.id === person.id}
          relation={relationOf(spot.member.id)}
          word={word}
        />
      ))}
      <text className="house__address" x={16} y={height - 10}>
        {cut(street, 60)}
      </text>
    </svg>
  );
}

function layOut({ rows }: Family): { spots: readonly Spot[]; height: number; wall: number } {
  const isAway = ({ corrections }: Member) => corrections?.status === 'IN_CUSTODY';
  const anyoneAway = rows.some((row) => row.some(isAway));
  const wall = anyoneAway ? WIDTH - 140 : WIDTH;
  const lines = rows.flatMap((row) => {
    const home = row.filter((member) => !isAway(member));
    const away = row.filter(isAway);
    const count = Math.max(Math.ceil(home.length / PER_ROW), away.length > 0 ? 1 : 0);
    return Array.from({ length: count }, (_, line) => ({
      home: home.slice(line * PER_ROW, (line + 1) * PER_ROW),
      away: line === 0 ? away : [],
    }));
  });
  const spots = lines.flatMap(({ home, away }, line) => {
    const y = ROOF + 24 + line * ROW;
    return [
      ...home.map((member, index) => ({ member, y, x: ((index + 0.5) * wall) / home.length, isAway: false })),
      ...away.map((member, index) => ({ member, y: y + index * 84, x: WIDTH - 70, isAway: true })),
    ];
  });
  const lowest = Math.max(ROOF, ...spots.map(({ y }) => y));
  return { spots, height: lowest + 88, wall };
}

function Person({
  spot: { member, x, y, isAway },
  isFocus,
  relation,
  word,
}: {
  readonly spot: Spot;
  readonly isFocus: boolean;
  readonly relation: string;
  readonly word: Word;
}) {
  const text = useText(personText);
  const age = ageOn(member.birthDate, new Date());
  const name = cut(shortName(member.name, text.person), LONGEST_NAME);
  return (
    <g className={`house__person${isFocus ? ' house__person--focus' : ''}${isAway ? ' house__person--away' : ''}`}>
      <circle cx={x} cy={y} r={RADIUS} />
      <text className="house__initials" x={x} y={y + 5}>
        {initials(member.name)}
      </text>
      <text className="house__name" x={x} y={y + RADIUS + 16}>
        {age === undefined ? name : `${name}, ${age}`}
      </text>
      <text className="house__relation" x={x} y={y + RADIUS + 32}>
        {relation}
      </text>
      {isAway && (
        <text className="house__relation" x={x} y={y + RADIUS + 47}>
          {cut(member.corrections?.parentInstitution ?? word('custody', 'IN_CUSTODY'), 24)}
        </text>
      )}
    </g>
  );
}

function Line({
  from,
  to,
  kind,
}: {
  readonly from: Spot | undefined;
  readonly to: Spot | undefined;
  readonly kind: 'parent' | 'partner';
}) {
  if (from === undefined || to === undefined) return null;
  if (kind === 'partner') {
    const [left, right] = from.x < to.x ? [from, to] : [to, from];
    return (
      <path
        className="house__line house__line--partner"
        d={`M${left.x + RADIUS} ${left.y} L${right.x - RADIUS} ${right.y}`}
      />
    );
  }
  // Down beside the words under the parent, then across above the child.
  const middle = to.y - RADIUS - 10;
  return (
    <path
      className="house__line"
      d={`M${from.x - 44} ${from.y} H${from.x - RADIUS} M${from.x - 44} ${from.y} V${middle} H${to.x} V${to.y - RADIUS}`}
    />
  );
}

function cut(text: string, most: number): string {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
}
