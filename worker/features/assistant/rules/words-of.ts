/** What of a message is read to name its intent: the first 400 words say it, or nothing does. */
const READ_CHARS = 4000
const READ_WORDS = 400
const LONGEST_WORD = 24

/** One written word in the form that is counted; addresses, sums and numbers become what they are, not which. */
function masked(written: string): string {
  const word = written.slice(0, LONGEST_WORD)
  if (/^(https?:|www\.)/.test(word)) return ' url '
  if (word.includes('@')) return ' mailaddress '
  if (/[$€£]/.test(word) && /\d/.test(word)) return ' money '
  return word.replace(/\d+/g, ' 0 ')
}

/** The words of a text as the classifier counts them, in lower case, with `!` and `?` as words of their own. */
export function wordsOf(text: string): string[] {
  const written = text.slice(0, READ_CHARS).normalize('NFKC').toLowerCase().replaceAll('’', "'").split(/\s/)
  const words = written.filter(Boolean).slice(0, READ_WORDS).map(masked).join(' ')
  return words.match(/[\p{L}\p{N}']+|[!?]/gu) ?? []
}
