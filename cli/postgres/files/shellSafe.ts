/**
 * Whether initdb can work with the path. It runs `postgres` through a shell with the path in double quotes, where `$`,
 * backquotes, quotes, backslashes and line ends mean something else.
 */
export function isShellSafe(path: string): boolean {
  return !/["$`\\\n]/.test(path);
}
