/** Letters that Unicode decomposition leaves alone. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  Ł: 'L',
  Đ: 'D',
  Ð: 'D',
  Ø: 'O',
  Æ: 'AE',
  Œ: 'OE',
  ẞ: 'SS',
  Þ: 'TH',
  İ: 'I',
};

const PLAIN = /^[A-Za-z0-9]+$/;

/** Uppercase without accents (NFKD, marks removed). Apostrophes are removed, other punctuation becomes a space. */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toUpperCase();
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toUpperCase()
    .replace(/[ŁĐÐØÆŒẞÞİ]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
    .replace(/['’‘`´ʻʼ]/g, '')
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
}

/** Words of folded text. */
export function foldedWords(text: string | null): string[] {
  if (text === null) return [];
  const folded = foldText(text);
  return folded === '' ? [] : folded.split(' ');
}
