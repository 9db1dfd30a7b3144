const WORDS: Record<string, string> = {
  empty: 'There is nothing in this message to read.',
  truncated: 'This message is long; only its beginning was read.',
  hidden_text: 'This message holds text that a person does not see.',
  unsupported_language: 'The assistant does not know this language well.',
  injection: 'This message tries to give the assistant orders. Nothing happens by itself.',
  card_number: 'This message seems to hold a card number.',
  asks_money: 'This message asks for money. Make sure who wrote it.',
  credentials: 'This message asks for a password or a code. Make sure who wrote it.',
  wants_person: 'The sender wants to speak with a person.',
}

/** Why the assistant is careful with a message. */
export const flagWords = (flag: string) => WORDS[flag] ?? 'The assistant is careful with this message.'
