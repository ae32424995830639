import { decisionAt, type Path, type PlaceDecision } from '@person360/client';
import type { ReactNode } from 'react';
import { Mark, Place } from '../../design/Place.tsx';
import { Table } from '../../design/Table.tsx';
import { type Formats, useFormats } from '../../i18n/dates.ts';
import { useText } from '../../i18n/language.tsx';
import { useTerms } from '../../i18n/terms.ts';
import { MemberLink } from './MemberLink.tsx';
import { useRelationWords } from './relationWords.ts';
import { personText } from './text.ts';
import { useWord, type Word } from './values.ts';
import {
  ageOn,
  fullName,
  type Member,
  memberPath,
  type PersonAnswer,
  type Program,
  programs,
  systemOf,
} from './view.ts';

export interface ProgramsTableProps {
  readonly answer: PersonAnswer;
  readonly focusId: string;
  readonly members: readonly Member[];
  readonly handles: ReadonlyMap<string, string>;
  readonly onTryAgain: () => void;
  readonly onRequest: (decision: Extract<PlaceDecision, { kind: 'withheld' }>) => void;
  /** State of a request that was made for a dataset; undefined if there is none. */
  readonly requestedFor: (dataset: string | undefined) => ReactNode;
}

/** One row for each member and one column for each system, with a reason in every cell that shows nothing. */
export function ProgramsTable(props: ProgramsTableProps) {
  const { answer, focusId, members, handles } = props;
  const text = useText(personText);
  const { term } = useTerms();
  const relationOf = useRelationWords(members, focusId);
  const now = new Date();
  return (
    <section className="section" aria-labelledby="programs">
      <div className="section__head">
        <h2 id="programs">{text.programs}</h2>
        <span className="soft">{text.programsLead}</span>
      </div>
      <Table
        caption={text.programs}
        captionHidden
        head={[text.person, ...programs.map((program) => term('systems', systemOf[program]))]}
      >
        {members.map((member, index) => {
          const age = ageOn(member.birthDate, now);
          const relation = relationOf(member.id);
          return (
            <tr key={member.id}>
              <th scope="row">
                <MemberLink
                  handle={handles.get(member.id)}
                  family={member.name?.family}
                  isCurrent={member.id === focusId}
                >
                  {fullName(member.name, text.person)}
                </MemberLink>
                <span className="cell__more">
                  {[age === undefined ? member.birthDate : String(age), relation].filter(Boolean).join(' · ')}
                </span>
              </th>
              {programs.map((program) => {
                const decision = decisionAt(answer, memberPath(index, program));
                return (
                  <td key={program}>
                    <Place
                      decision={decision}
                      onTryAgain={props.onTryAgain}
                      onRequest={props.onRequest}
                      requested={decision.kind === 'withheld' ? props.requestedFor(decision.dataset) : undefined}
                    >
                      <ProgramCell {...{ answer, index, member, program }} />
                    </Place>
                  </td>
                );
              })}
            </tr>
          );
        })}
      </Table>
      <p className="small soft legend">
        <span>
          <Mark of="withheld" /> {text.legendWithheld}
        </span>
        <span>
          <Mark of="masked" /> {text.legendMasked}
        </span>
        <span>
          <Mark of="systemDown" /> {text.legendDown}
        </span>
        <span>{text.legendPlaces}</span>
      </p>
    </section>
  );
}

interface CellProps {
  readonly answer: PersonAnswer;
  readonly index: number;
  readonly member: Member;
  readonly program: Program;
}

/** The status in one line and what matters most below it. */
function ProgramCell({ answer, index, member, program }: CellProps) {
  const text = useText(personText);
  const { term } = useTerms();
  const masks = masksUnder(answer, memberPath(index, program));
  const word = useWord();
  const formats = useFormats();
  const { main, more } = cellOf(member, program, { text, word, formats });
  return (
    <>
      <span className="cell__main">{main}</span>
      {more.map((line) => (
        <span key={line} className="cell__more">
          {line}
        </span>
      ))}
      {masks.length > 0 && (
        <span className="cell__more">
          <Mark of="masked" /> {text.legendMasked}: {masks.map((mask) => term('masks', mask)).join(', ')}
        </span>
      )}
    </>
  );
}

/** Masks of the values inside of one cell. */
function masksUnder({ extensions: { maskedFields = [] } }: PersonAnswer, cell: Path): readonly string[] {
  const inside = maskedFields.filter(({ path }) => cell.every((part, at) => path[at] === part || path[at] === '@'));
  return [...new Set(inside.flatMap(({ masks }) => masks))];
}

interface Words {
  readonly text: (typeof personText)['en'];
  readonly word: Word;
  readonly formats: Formats;
}

interface Cell {
  readonly main: string;
  readonly more: readonly string[];
}

const lines = (...found: readonly (string | false | null | undefined | 0)[]): readonly string[] =>
  found.filter((line) => typeof line === 'string' && line !== '').map(String);

function cellOf(member: Member, program: Program, { text, word, formats }: Words): Cell {
  switch (program) {
    case 'snap': {
      const { status, certificationEnd, monthlyAllotment } = member.snap ?? {};
      return {
        main: word('caseStatus', status),
        more: lines(
          certificationEnd && text.untilMonth(formats.month(certificationEnd)),
          typeof monthlyAllotment === 'number' && text.benefit(formats.money(monthlyAllotment)),
        ),
      };
    }
    case 'tanf': {
      const { status, childOnly, redeterminationDue, grantAmount } = member.tanf ?? {};
      return {
        main: childOnly === true && status === 'ACTIVE' ? text.childOnly : word('caseStatus', status),
        more: lines(
          redeterminationDue && text.untilMonth(formats.month(redeterminationDue)),
          typeof grantAmount === 'number' && text.benefit(formats.money(grantAmount)),
        ),
      };
    }
    case 'medicaid': {
      const { status, managedCarePlan, primaryCareProvider, redeterminationDate } = member.medicaid ?? {};
      return {
        main: [word('caseStatus', status), word('plan', managedCarePlan)].filter(Boolean).join(', '),
        more: lines(
          primaryCareProvider?.name,
          redeterminationDate && text.untilMonth(formats.month(redeterminationDate)),
        ),
      };
    }
    case 'education': {
      const { status, gradeLevel, homeSchool, daysPresent, daysUnexcused, daysExcused } = member.education ?? {};
      const missed = (daysUnexcused ?? 0) + (daysExcused ?? 0);
      return {
        main: [word('enrollment', status), word('grade', gradeLevel)].filter(Boolean).join(', '),
        more: lines(homeSchool?.name, typeof daysPresent === 'number' && text.missed(missed, daysPresent + missed)),
      };
    }
    case 'corrections': {
      const { status, parentInstitution, admissionDate, projectedMsrDate } = member.corrections ?? {};
      return {
        main: word('custody', status),
        more: lines(
          parentInstitution,
          admissionDate && text.since(formats.month(admissionDate)),
          projectedMsrDate && text.release(formats.month(projectedMsrDate)),
        ),
      };
    }
    case 'weatherization': {
      const { status, measures, completionDate, auditDate } = member.weatherization ?? {};
      const day = completionDate ?? auditDate;
      return {
        main: word('weatherization', status),
        more: lines(measures?.map((measure) => word('measure', measure)).join(', '), day && formats.month(day)),
      };
    }
    case 'childWelfare': {
      const { status, legalStatus, placementType, permanencyGoal } = member.childWelfare ?? {};
      return {
        main:
          legalStatus === null || legalStatus === undefined
            ? word('childCase', status)
            : word('legalStatus', legalStatus),
        more: lines(
          word('placement', placementType),
          permanencyGoal !== null &&
            permanencyGoal !== undefined &&
            permanencyGoal !== 'NONE' &&
            text.goal(word('goal', permanencyGoal)),
        ),
      };
    }
  }
}
