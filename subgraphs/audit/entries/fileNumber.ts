/** Whether the text can be the number of a case or file: names of people mostly cannot. */
export function isFileNumber(text: string): boolean {
  return /^[\w ./:#-]{3,200}$/.test(text);
}
