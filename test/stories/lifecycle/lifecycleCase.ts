import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { Transform } from '../../../schema/approvals/approvalTerms.ts';
import { signatories } from '../../../schema/catalog/agencies.ts';
import type { Catalogues, DatasetEntry } from '../../../subgraphs/emou/agreement/terms/catalogues.ts';
import { DENIAL_CATALOGUE } from '../../../subgraphs/emou/agreement/terms/denialCatalogue.ts';
import type { FieldTerm } from '../../../subgraphs/emou/agreement/terms/terms.ts';
import { localDate, localMinuteOfDay } from '../../../subgraphs/emou/calendar/localDate.ts';

const Datasets = z.record(
  z.string(),
  z.strictObject({
    owner: z.string(),
    regimes: z.array(z.string()),
    requestable: z.boolean().default(true),
    emergency: z.boolean().default(false),
    federalApprovalBy: z.string().nullable().default(null),
    fields: z.record(
      z.string(),
      z.strictObject({ bar: z.string().nullable().default(null), transforms: z.array(Transform).default([]) }),
    ),
  }),
);

/** One line of a story: a move (refused or not), or a look at the agreement's status. */
const Step = z.strictObject({
  /** Time on a wall clock in Chicago: YYYY-MM-DD HH:MM or HH:MM:SS. */
  at: z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}(:\d{2})?$/),
  /** "DCFS DATA_OFFICER", or "DCFS DATA_OFFICER person-2" when it matters which person it is. */
  who: z.string().optional(),
  does: z.string().optional(),
  with: z.record(z.string(), z.unknown()).default({}),
  why: z.string().default('As told in this case.'),
  /** The person decided on what the agreement was after this many events. Default: all of them. */
  having_seen: z.number().int().optional(),
  /** Code of the refusal; absent when the move must be accepted. */
  refused: z.string().optional(),
  stands: z
    .strictObject({
      status: z.string().optional(),
      basis: z.string().nullable().optional(),
      /** Last day on which an answer is in time. */
      due: z.string().nullable().optional(),
      days_left: z.number().int().optional(),
      open: z.array(z.string()).optional(),
      ends: z.string().nullable().optional(),
      review: z.string().optional(),
      turn: z.string().nullable().optional(),
      /** "2026-12-09 00:00 DEEMED_APPROVED": what time alone will do next. */
      next: z.string().nullable().optional(),
      appeal_until: z.string().nullable().optional(),
      decision_target: z.string().optional(),
    })
    .optional(),
});

export const LifecycleCase = z.strictObject({
  title: z.string(),
  about: z.string(),
  settings: z.record(z.string(), z.union([z.number(), z.boolean()])).default({}),
  proclaimed: z.array(z.strictObject({ date: z.string(), name: z.string(), source: z.string() })).default([]),
  cut_off: z.string().nullable().default(null),
  request: z.record(z.string(), z.unknown()),
  requester: z.string().default('DCFS'),
  story: z.array(Step).min(1),
});
export type LifecycleCase = z.infer<typeof LifecycleCase>;

export function readCase(file: string): LifecycleCase {
  return LifecycleCase.parse(parse(readFileSync(file, 'utf8')));
}

export function readCatalogues(file: string): Catalogues {
  const entries = Object.entries(Datasets.parse(parse(readFileSync(file, 'utf8'))));
  const datasets = entries.map(([id, { fields, ...rest }]): [string, DatasetEntry] => {
    const named = Object.entries(fields).map(
      ([name, { bar, transforms }]) => [name, { hardBar: bar, transforms }] as const,
    );
    return [id, { id, ...rest, fields: new Map(named) }];
  });
  return {
    signatories: new Set(signatories.map(({ code }) => code)),
    datasets: new Map(datasets),
    denialReasons: DENIAL_CATALOGUE,
  };
}

/** The instant at which a clock in Chicago shows the time; the earlier one when it shows it twice. */
export function chicago(text: string): Date {
  const [date = '', time = ''] = text.split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  for (const offset of ['-05:00', '-06:00']) {
    const instant = new Date(`${date}T${time}${offset}`);
    if (localDate(instant) === date && localMinuteOfDay(instant) === hour * 60 + minute) return instant;
  }
  throw new RangeError(`no clock in Chicago shows ${text}`);
}

export function showChicago(instant: Date): string {
  const minute = localMinuteOfDay(instant);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${localDate(instant)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** "Type.field as YEAR_ONLY if WARD or CONSENT" */
export function showField({ field, transform, conditions }: FieldTerm): string {
  const form = transform === null ? '' : ` as ${transform}`;
  const persons = conditions.map((all) => all.join(' and ')).join(' or ');
  return `${field}${form}${persons === '' ? '' : ` if ${persons}`}`;
}
