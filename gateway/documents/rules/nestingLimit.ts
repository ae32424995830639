/** Far more than any operation that passes the limit of depth, far less than what a parser can take. */
export const MAX_NESTING = 256;

/**
 * Whether a document opens more brackets within each other than the limit. The parser and every rule of validation go
 * down by recursion: such a text would run them out of stack, and tell the caller so in the runtime's words. Strings and
 * comments are passed over (GraphQL 2.1.7, 2.9.4); what is no GraphQL at all is for the parser to say.
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
