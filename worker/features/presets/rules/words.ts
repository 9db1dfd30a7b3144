/** What an office calls one of the people it serves, and several. Each begins with a capital, as a heading does. */
export type Words = { one: string; many: string }

/** What they are called where nobody said otherwise. */
export const USUAL_WORDS: Words = { one: 'Contact', many: 'Contacts' }

/** A word as it stands in the middle of a sentence. One that is written in capitals, such as “VIP”, stays so. */
export const inSentence = (word: string): string =>
  word.length > 1 && word === word.toUpperCase() ? word : word.charAt(0).toLowerCase() + word.slice(1)

/** “a patient”, “an owner”: by its first letter, which is right for nearly every word of English. */
export const withArticle = (word: string): string => `${/^[aeiou]/i.test(word) ? 'an' : 'a'} ${inSentence(word)}`
