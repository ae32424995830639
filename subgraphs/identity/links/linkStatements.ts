import type { LoggedRow } from '../../kit/administration/loggedTable.ts';
import { statement } from '../../kit/database/statement.ts';

export const existingPersons = statement<{ readonly personId: string }>(
  'identity.existingPersons',
  'select person_id::text as "personId" from person where person_id = any($1::uuid[])',
);

/** Who has the numbers with these tokens (`$2`) in the system `$1`. */
export const holders = statement<{ readonly token: string; readonly personId: string }>(
  'identity.numberHolders',
  'select token::text as token, person_id::text as "personId" from system_number where system = $1 and token = any($2::bytea[])',
);

/** The current numbers of these persons (`$2`) in the system `$1` become former ones. */
export const retireNumbers = statement<unknown>(
  'identity.retireNumbers',
  'update system_number set is_current = false where system = $1 and person_id = any($2::uuid[]) and is_current',
);

/** Of several numbers of one person, the last becomes the current one. */
export const insertNumbers = statement<unknown>(
  'identity.insertNumbers',
  `insert into system_number (system, token, number, person_id, is_current, person_link_batch_id, key_generation)
   select $1, token, number, person_id, position = max(position) over (partition by person_id), $5, $6
   from unnest($2::bytea[], $3::bytea[], $4::uuid[]) with ordinality as link (token, number, person_id, position)`,
);

export const insertBatch = statement<{ readonly row: LoggedRow }>(
  'identity.insertLinkBatch',
  `insert into person_link_batch (person_link_batch_id, system, links, links_hmac, persons, file_sha256,
     file_issued_at, file_signed_by, linked_by, linked_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning to_jsonb(person_link_batch) as row`,
);
