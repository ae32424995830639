import type { FeedApproval } from '../../../../schema/approvals/approvalFeed.ts';
import type { FieldTerm } from '../../agreement/terms/terms.ts';
import type { RegisterRules } from '../../register/register.ts';
import { feedFields } from '../feedFields.ts';

/** One agreement to publish to gateways; all columns are null if there is none. */
export interface PublishedRow {
  readonly id: string | null;
  readonly requestingAgency: string;
  readonly dataset: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly roles: FeedApproval['roles'];
  /** FieldTerm[] as JSON. */
  readonly fields: string;
  /** Milliseconds since 1970. */
  readonly validFrom: number;
  readonly validUntil: number;
}

/** Approvals to publish at the instant $1; $2 and $3 are the datasets that can be approved, $4 the signatories. */
export const PUBLISHED_NOW = `select agreement_id as id, requester as "requestingAgency", dataset, purpose,
    legal_basis as "legalBasis", roles, fields::text as fields, extract(epoch from valid_from)::float8 * 1000 as "validFrom",
    extract(epoch from valid_until)::float8 * 1000 as "validUntil"
  from agreement join agreement_phase as phase using (agreement_id)
  where valid_from is not null and starts_at <= $1 and ends_at > $1
    and (dataset = any($2) or (federally_approved and dataset = any($3)))
    -- Gateways refuse what names an agency that has left the agreement.
    and requester = any($4)`;

/**
 * Converts a row to the gateways' format. Many agreements cover the same fields on the same terms, so those are built
 * once.
 */
export function approvalReader(
  rules: Pick<RegisterRules, 'catalogue' | 'fieldsOf'>,
): (row: PublishedRow) => readonly FeedApproval[] {
  const made = new Map<string, FeedApproval['fields'] | null>();
  const fieldsOf = (dataset: string, text: string): FeedApproval['fields'] | null => {
    const key = `${dataset} ${text}`;
    if (made.has(key)) return made.get(key);
    // The index writes the column from FieldTerm[] (agreementIndex.ts).
    const terms: readonly FieldTerm[] = JSON.parse(text);
    const fields = feedFields(rules, dataset, terms);
    made.set(key, fields);
    return fields;
  };
  return ({ id, requestingAgency, dataset, purpose, legalBasis, roles, fields, validFrom, validUntil }) => {
    const open = id === null ? null : fieldsOf(dataset, fields);
    if (id === null || open === null) return [];
    return [
      {
        id,
        requestingAgency,
        dataset,
        purpose,
        legalBasis,
        roles,
        ...(open === undefined ? {} : { fields: open }),
        validFrom: new Date(Math.round(validFrom)).toISOString(),
        validUntil: new Date(Math.round(validUntil)).toISOString(),
      },
    ];
  };
}
