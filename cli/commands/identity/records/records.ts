import { z } from 'zod';
import { askGateway } from '../../emou/askGateway.ts';
import type { ConnectionOptions } from '../../emou/connectionOptions.ts';
import { createTable } from '../../emou/createTable.ts';
import { print } from '../../emou/requests/requestRow.ts';
import { RECORD_FIELDS, SourceRecord } from './shapes.ts';

const Records = z.object({ recordsOfPerson: z.array(SourceRecord) });

/** Lists the records of a person, as each system wrote them. Never with their numbers. */
export async function listRecords(personId: string, options: ConnectionOptions): Promise<void> {
  const query = `query ($id: ID!) { recordsOfPerson(personId: $id) { ${RECORD_FIELDS} } }`;
  const { recordsOfPerson } = await askGateway(options, query, { id: personId }, Records);
  print(options.json, recordsOfPerson, () => {
    if (recordsOfPerson.length === 0) return 'No records: the person does not exist, or the numbers came from a file.';
    const table = createTable(['record', 'system', 'name', 'born', 'SSN', 'address', 'here since']);
    for (const record of recordsOfPerson) {
      const { id, system, given, middle, family, suffix, birthDate, ssnLastFour, personSince } = record;
      const { street, city, state, zip, phone } = record;
      const joined = (parts: readonly (string | null)[], by: string) => parts.filter((part) => part !== null).join(by);
      table.push([
        ...[id ?? '', system ?? '', joined([given, middle, family, suffix], ' ')],
        ...[birthDate ?? '', ssnLastFour === null ? '' : `***-**-${ssnLastFour}`],
        joined([joined([street, city, joined([state, zip], ' ')], ', '), phone], '\n'),
        personSince ?? '',
      ]);
    }
    return table.toString();
  });
}
