/**
 * True if initdb can handle the path. It runs `postgres` through a shell with the path in double quotes, where `$`,
 * backquotes, quotes, backslashes and line ends have a special meaning.
 */
export function isShellSafe(path: string): boolean {
  return !/["$`\\\n]/.test(path);
}
