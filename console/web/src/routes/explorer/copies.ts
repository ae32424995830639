/** A command that sends the query; the token and the values of variables are the caller's. */
export function asCurl(text: string, variables: readonly string[], purpose: string | undefined): string {
  const body = JSON.stringify({ query: text, variables: Object.fromEntries(variables.map((name) => [name, null])) });
  return [
    'curl -s "$PERSON360_URL"',
    '-H "authorization: Bearer $PERSON360_TOKEN"',
    "-H 'content-type: application/json'",
    ...(purpose === undefined ? [] : [`-H 'purpose-of-use: ${purpose}'`]),
    `-d ${quoted(body)}`,
  ].join(' \\\n  ');
}

/** A document for graphql-codegen's client preset, which writes its types. */
export function asTypedDocument(text: string, name: string): string {
  const constant = name === '' ? 'QueryDocument' : `${name}Document`;
  const body = text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${').trim();
  return [
    "import { graphql } from './generated/gql.ts';",
    '',
    `export const ${constant} = graphql(/* GraphQL */ \``,
    ...body.split('\n').map((line) => `  ${line}`),
    '`);',
    '',
  ].join('\n');
}

/** In single quotes for a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
