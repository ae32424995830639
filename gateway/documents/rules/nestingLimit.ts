/** Maximum nesting of brackets: far more than the depth limit allows, and far less than the parser can take. */
export const MAX_NESTING = 256;

/**
 * Checks whether a document nests brackets deeper than the limit. The parser and every validation rule are recursive:
 * such a text would overflow their stack, and the caller would get an error of the runtime. Strings and comments are
 * skipped; text that is not GraphQL is left to the parser. See GraphQL 2.1.7 and 2.9.4.
 */
export function nestsTooDeeply(text: string, limit = MAX_NESTING): boolean {
  let open = 0;
  TOKENS.lastIndex = 0;
  for (let match = TOKENS.exec(text); match !== null; match = TOKENS.exec(text)) {
    switch (match[0]) {
      case '{':
      case '[':
      case '(':
        if (++open > limit) return true;
        break;
      case '}':
      case ']':
      case ')':
        open--;
        break;
      default:
      // A string or a comment.
    }
  }
  return false;
}

const TOKENS = /"""(?:\\"""|[^"]|"(?!""))*"""|"(?:\\.|[^"\\\n\r])*"|#[^\n\r]*|[{}[\]()]/g;
