import { z } from 'zod/mini';
import { useLanguage } from '../../../i18n/language.tsx';
import { fieldWords, useAgreementWords } from '../words/agreementWords.ts';
import type { EventLine } from './request.ts';

const Transforms = z.array(z.object({ field: z.string(), transform: z.string() }));
const Given = z.object({
  fields: z.optional(z.nullable(z.array(z.string()))),
  transforms: z.optional(Transforms),
  conditions: z.optional(z.nullable(z.array(z.array(z.string())))),
  months: z.optional(z.nullable(z.number())),
});
const DenialLine = z.object({ code: z.string(), citation: z.string(), factualBasis: z.string() });
/** Content of a move, as the schema's `RequestEvent.details` has it. Unknown parts are left out. */
const Details = z.object({
  businessDays: z.optional(z.number()),
  months: z.optional(z.number()),
  reason: z.optional(z.string()),
  grant: z.optional(Given),
  offer: z.optional(z.nullable(Given)),
  denials: z.optional(z.array(DenialLine)),
  denial: z.optional(z.nullable(DenialLine)),
  outcome: z.optional(z.string()),
  ground: z.optional(z.string()),
  from: z.optional(z.string()),
  rule: z.optional(z.string()),
  reference: z.optional(z.nullable(z.string())),
});

const words = {
  en: {
    days: (count: number) => (count === 1 ? '1 business day' : `${count} business days`),
    months: (count: number) => (count === 1 ? '1 month' : `${count} months`),
    only: (fields: string) => `only ${fields}`,
    offered: (what: string) => `offer: ${what}`,
  },
  es: {
    days: (count: number) => (count === 1 ? '1 día hábil' : `${count} días hábiles`),
    months: (count: number) => (count === 1 ? '1 mes' : `${count} meses`),
    only: (fields: string) => `solo ${fields}`,
    offered: (what: string) => `oferta: ${what}`,
  },
} as const;

/** What a move contained, in words; empty if its kind says it all, or if this version cannot read it. */
export function useDetailWords(): (event: EventLine) => string {
  const own = words[useLanguage().language];
  const { word, ifOf, formOf } = useAgreementWords();

  function givenWords({ fields, transforms = [], conditions, months }: z.infer<typeof Given>): string[] {
    return [
      fields === null || fields === undefined ? '' : own.only(fields.map(fieldWords).join(', ')),
      ...transforms.map(({ field, transform }) => `${fieldWords(field)}: ${formOf(transform)}`),
      conditions === null || conditions === undefined ? '' : ifOf(conditions),
      months === null || months === undefined ? '' : own.months(months),
    ].filter((part) => part !== '');
  }

  return ({ kind, details }) => {
    if (details === null || kind === 'DRAFT' || kind === 'REVISE') return '';
    const read = Details.safeParse(parsed(details));
    if (!read.success) return '';
    const { businessDays, months, reason, grant, offer, denials = [], denial, outcome, ground, from, rule } = read.data;
    const parts = [
      businessDays === undefined ? '' : own.days(businessDays),
      months === undefined ? '' : own.months(months),
      reason ?? '',
      ...(grant === undefined ? [] : givenWords(grant)),
      ...[...denials, ...(denial === null || denial === undefined ? [] : [denial])].map(
        ({ code, citation, factualBasis }) => `${code} (${citation}): ${factualBasis}`,
      ),
      offer === null || offer === undefined ? '' : own.offered(givenWords(offer).join('; ')),
      outcome === undefined ? '' : word('outcomes', outcome),
      ground === undefined ? '' : word('grounds', ground),
      from ?? '',
      rule ?? '',
      read.data.reference ?? '',
    ];
    return parts.filter((part) => part !== '').join('; ');
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
