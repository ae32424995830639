import { scaleLinear } from 'd3-scale';
import { useState } from 'react';
import { Answered } from '../../../design/Answered.tsx';
import { Select } from '../../../design/Field.tsx';
import { Page } from '../../../design/Page.tsx';
import { Table } from '../../../design/Table.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useFormats } from '../../../i18n/dates.ts';
import { illinoisDay, monthsAfter, startOfDay } from '../../../i18n/illinoisDays.ts';
import { type Catalog, useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import { useSession } from '../../../session/SessionProvider.tsx';
import { type CountsFragment, type StatisticDimension, StatisticsDocument } from '../generated/graphql.ts';

const en = {
  title: 'How much is shown',
  lead: 'Disclosures by month, and the persons they were about. Counts of fewer than 11 persons are suppressed for all but auditors of the whole log.',
  by: 'Count by',
  dimensions: { AGENCY: 'Agency that saw it', DATASET: 'Dataset', PURPOSE: 'Purpose' },
  caption: 'Disclosures by month (persons)',
  picture: 'Disclosures by month, as bars. The table below has the same numbers.',
  none: 'Nothing was shown in these months.',
  suppressed: 'suppressed',
  cell: (disclosures: string, persons: string) => `${disclosures} (${persons})`,
  total: (count: string) => `${count} in all`,
};
const es: typeof en = {
  title: 'Cuánto se muestra',
  lead: 'Divulgaciones por mes y las personas de las que tratan. Las cantidades de menos de 11 personas se ocultan a todos, menos a los auditores del registro completo.',
  by: 'Contar por',
  dimensions: { AGENCY: 'Agencia que los vio', DATASET: 'Conjunto de datos', PURPOSE: 'Fin' },
  caption: 'Divulgaciones por mes (personas)',
  picture: 'Divulgaciones por mes, en barras. La tabla de abajo tiene los mismos números.',
  none: 'En estos meses no se mostró nada.',
  suppressed: 'oculto',
  cell: (disclosures, persons) => `${disclosures} (${persons})`,
  total: (count) => `${count} en total`,
};
const texts: Catalog<typeof en> = { en, es };

const DIMENSIONS = ['AGENCY', 'DATASET', 'PURPOSE'] as const satisfies readonly StatisticDimension[];
const TERMS = { AGENCY: 'agencies', DATASET: 'datasets', PURPOSE: 'purposes' } as const;
const MONTHS = 6;

type Period = readonly CountsFragment[] | null;

/** Counts of disclosures over six months, as bars and as a table of the same rows. */
export function StatisticsPage() {
  const text = useText(texts);
  const [by, setBy] = useState<(typeof DIMENSIONS)[number]>('AGENCY');
  // Others than auditors of the whole log get months that have ended.
  const isWhole = useSession().user.agency === 'DOIT';
  const today = illinoisDay(new Date());
  const months = Array.from({ length: MONTHS + 1 }, (_, at) => monthsAfter(today, at - MONTHS + (isWhole ? 1 : 0)));
  const [t0 = '', t1 = '', t2 = '', t3 = '', t4 = '', t5 = '', t6 = ''] = months.map((day) => startOfDay(day) ?? '');
  const asked = useAsked(StatisticsDocument, { by, t0, t1, t2, t3, t4, t5, t6 });
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>}>
      <div className="form">
        <Select
          label={text.by}
          value={by}
          onChange={(event) => setBy(DIMENSIONS.find((one) => one === event.target.value) ?? 'AGENCY')}
        >
          {DIMENSIONS.map((one) => (
            <option key={one} value={one}>
              {text.dimensions[one]}
            </option>
          ))}
        </Select>
      </div>
      <Answered asked={asked} part={isWhole ? 'p5' : 'p0'} empty="">
        {() => null}
      </Answered>
      {asked.status === 'ready' && asked.answer.data !== null && asked.answer.errors.length === 0 && (
        <Counts
          periods={((data) => [data.p0, data.p1, data.p2, data.p3, data.p4, data.p5])(asked.answer.data)}
          months={months.slice(0, MONTHS)}
          by={by}
        />
      )}
    </Page>
  );
}

function Counts(props: {
  readonly periods: readonly Period[];
  readonly months: readonly string[];
  readonly by: (typeof DIMENSIONS)[number];
}) {
  const text = useText(texts);
  const { periods, months, by } = props;
  const { number, month } = useFormats();
  const { term } = useTerms();
  const keys = [...new Set(periods.flatMap((period) => (period ?? []).flatMap(({ key }) => key ?? [])))];
  const countOf = (key: string, at: number) => (periods[at] ?? []).find((count) => count.key === key);
  const sumOf = (key: string) => months.reduce((sum, _, at) => sum + (countOf(key, at)?.disclosures ?? 0), 0);
  if (keys.length === 0) return <p>{text.none}</p>;
  const sorted = keys.sort((one, other) => sumOf(other) - sumOf(one));
  const most = Math.max(
    1,
    ...sorted.map((key) => Math.max(...months.map((_, at) => countOf(key, at)?.disclosures ?? 0))),
  );
  return (
    <>
      <section className="section">
        {sorted.slice(0, 12).map((key) => (
          <figure key={key} className="bars">
            <figcaption>
              {term(TERMS[by], key)} <span className="soft">{text.total(number(sumOf(key)))}</span>
            </figcaption>
            <Bars label={text.picture} most={most} values={months.map((_, at) => countOf(key, at)?.disclosures ?? 0)} />
          </figure>
        ))}
      </section>
      <section className="section">
        <Table caption={text.caption} head={[text.dimensions[by], ...months.map(month)]}>
          {sorted.map((key) => (
            <tr key={key}>
              <th scope="row">{term(TERMS[by], key)}</th>
              {months.map((day, at) => {
                const count = countOf(key, at);
                return (
                  <td key={day}>
                    {count === undefined
                      ? number(0)
                      : count.suppressed === true
                        ? text.suppressed
                        : text.cell(number(count.disclosures ?? 0), number(count.persons ?? 0))}
                  </td>
                );
              })}
            </tr>
          ))}
        </Table>
      </section>
    </>
  );
}

const HEIGHT = 40;
const STEP = 28;

function Bars({
  values,
  most,
  label,
}: {
  readonly values: readonly number[];
  readonly most: number;
  readonly label: string;
}) {
  const height = scaleLinear([0, most], [0, HEIGHT]);
  return (
    <svg width={values.length * STEP} height={HEIGHT + 2} role="img" aria-label={label}>
      {values.map((value, at) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: months do not move
          key={at}
          x={at * STEP}
          y={HEIGHT - height(value)}
          width={STEP - 6}
          height={height(value)}
          className="bars__bar"
        />
      ))}
      <line x1="0" x2={values.length * STEP} y1={HEIGHT + 1} y2={HEIGHT + 1} className="bars__axis" />
    </svg>
  );
}
