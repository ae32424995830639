/** Whether a text contains the surname, word by word, as the disclosure log compares them: Coleman-Lopez holds López. */
export function holdsSurname(text: string, surname: string | undefined): boolean {
  const wanted = wordsOf(surname ?? '');
  return wanted !== '' && ` ${wordsOf(text)} `.includes(` ${wanted} `);
}

/** Letters and digits without accents and case, with a space between words. */
function wordsOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
