/** True if the text can be a case or file number. Most names of people cannot. */
export function isFileNumber(text: string): boolean {
  return /^[\w ./:#-]{3,200}$/.test(text);
}
