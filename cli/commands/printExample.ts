import { example } from '../example.ts';

/** Prints the example as JSON that can be posted unchanged, or as text to read and copy. */
export function printExample({ json }: { readonly json: boolean }): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(example, null, 2)}\n`);
    return;
  }
  const persons = example.persons.map(({ id, label }) => `#   ${id}  ${label}`).join('\n');
  process.stdout.write(
    `${example.query}\n# Variables: ${JSON.stringify(example.variables)}\n# Persons of the demonstration household:\n${persons}\n`,
  );
}
