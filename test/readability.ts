/** Flesch–Kincaid grade of English text: about the school year whose pupils can read it. Syllables are estimated. */
export function readingGrade(text: string): number {
  const sentences = Math.max(1, text.split(/[.!?]+(?:\s|$)/).filter((part) => /\p{L}/u.test(part)).length);
  const words = text.match(/[\p{L}’']+|\d+/gu) ?? [];
  const syllables = words.reduce((total, word) => total + syllablesIn(word), 0);
  return words.length === 0
    ? 0
    : (0.39 * words.length) / sentences + (11.8 * syllables) / words.length - 15.59;
}

/** Syllables of one English word, estimated from its vowel groups; a figure counts as one for each digit, as it is read out. */
export function syllablesIn(word: string): number {
  if (/^\d+$/.test(word)) return word.length;
  const plain = word.toLowerCase().replace(/[^a-z]/g, '');
  const silent = plain.replace(/(?:[^laeiouy]es|[^aeiouytd]ed|[^laeiouy]e)$/, (ending) => ending.charAt(0));
  return Math.max(1, (silent.match(/[aeiouy]+/g) ?? []).length);
}
