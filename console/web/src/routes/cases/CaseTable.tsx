import { type Answer, decisionAt, type Path } from '@person360/client';
import { BirthDate } from '../../design/BirthDate.tsx';
import { PersonLink } from '../../design/PersonLink.tsx';
import { Place } from '../../design/Place.tsx';
import { nameOf } from '../../design/personName.ts';
import { Table } from '../../design/Table.tsx';
import { useHandles } from '../../graph/useHandles.ts';
import { useFormats } from '../../i18n/dates.ts';
import { useText } from '../../i18n/language.tsx';
import type { MyCasesQuery } from './generated/graphql.ts';
import { casesText } from './text.ts';

export type CasesAnswer = Answer<MyCasesQuery>;
type Case = NonNullable<NonNullable<MyCasesQuery['myCaseload']>[number]>;

/** The system lists at most so many. */
const MOST = 500;

export function CaseTable({ answer }: { readonly answer: CasesAnswer }) {
  const text = useText(casesText);
  const cases = answer.data?.myCaseload ?? [];
  const handles = useHandles(cases.flatMap((one) => one?.person?.id ?? []));
  const overdue = cases.filter((one) => one?.due?.some((duty) => duty?.overdue === true) === true).length;
  return (
    <>
      <p className="cases__count">{text.count(cases.length, overdue)}</p>
      {cases.length >= MOST && <p>{text.most}</p>}
      <div className="stacks">
        <Table caption={text.caption} captionHidden head={text.head}>
          {cases.map((one, at) => {
            const path = ['myCaseload', at];
            const id = one?.person?.id;
            return (
              <tr key={`${one?.caseNumber ?? ''} ${id ?? at}`}>
                <th scope="row">
                  <Child
                    one={one}
                    path={path}
                    answer={answer}
                    handle={id === undefined ? undefined : handles.get(id)}
                  />
                </th>
                <td>
                  <CaseNumber one={one} path={path} answer={answer} />
                </td>
                <td>
                  <Duties one={one} path={path} answer={answer} />
                </td>
              </tr>
            );
          })}
        </Table>
      </div>
    </>
  );
}

interface PartProps {
  readonly one: Case | null;
  readonly path: Path;
  readonly answer: CasesAnswer;
}

function Child({ one, path, answer, handle }: PartProps & { readonly handle: string | undefined }) {
  const text = useText(casesText);
  const name = one?.person?.name;
  const named = decisionAt(answer, [...path, 'person', 'name']);
  const isNamed = named.kind === 'shown' || named.kind === 'masked';
  const words = name === null || name === undefined ? '' : nameOf(name);
  return (
    <>
      <Place decision={named}>{null}</Place>{' '}
      <PersonLink handle={handle} family={name?.family}>
        {isNamed && words !== '' ? words : text.unnamed}
      </PersonLink>
      <span className="cases__born">
        <Place decision={decisionAt(answer, [...path, 'person', 'birthDate'])}>
          <BirthDate value={one?.person?.birthDate ?? ''} />
        </Place>
      </span>
    </>
  );
}

function CaseNumber({ one, path, answer }: PartProps) {
  const text = useText(casesText);
  const { date } = useFormats();
  return (
    <>
      <Place decision={decisionAt(answer, [...path, 'caseNumber'])}>{one?.caseNumber}</Place>
      <span className="soft small cases__since">
        <Place decision={decisionAt(answer, [...path, 'assignedOn'])}>
          {text.carriedSince(date(one?.assignedOn ?? ''))}
        </Place>
      </span>
    </>
  );
}

function Duties({ one, path, answer }: PartProps) {
  const text = useText(casesText);
  const { longDate } = useFormats();
  const decision = decisionAt(answer, [...path, 'due']);
  if (decision.kind === 'noRecord') return <span className="soft">{text.nothingDue}</span>;
  return (
    <Place decision={decision}>
      <ul className="plain-list cases__duties">
        {(one?.due ?? []).map((duty, at) => {
          const place = (field: string) => decisionAt(answer, [...path, 'due', at, field]);
          const day = duty?.dueOn == null ? '' : longDate(duty.dueOn);
          return (
            <li key={`${duty?.kind ?? ''} ${duty?.dueOn ?? at}`}>
              <strong>
                <Place decision={place('kind')}>{duty?.kind == null ? null : text.kinds[duty.kind]}</Place>
              </strong>{' '}
              <Place decision={place('dueOn')}>
                <span className={duty?.overdue === true ? 'badge badge--red' : 'cases__day'}>
                  {duty?.overdue === true ? text.overdue(day) : text.due(day)}
                </span>
              </Place>
              <span className="soft small cases__law">
                {place('law').kind === 'noRecord' ? text.court : <Law place={place('law')} law={duty?.law} />}
              </span>
            </li>
          );
        })}
      </ul>
    </Place>
  );
}

function Law({
  place,
  law,
}: {
  readonly place: ReturnType<typeof decisionAt>;
  readonly law: string | null | undefined;
}) {
  const text = useText(casesText);
  return <Place decision={place}>{text.law(law ?? '')}</Place>;
}
