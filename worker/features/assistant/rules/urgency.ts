const URGENT =
  /\b(?:urgent(?:ly)?|emergency|asap|as soon as possible|right away|immediately|straight away|right now|can(?:'|’)?t wait|unbearable|agony|bleeding|(?:burst|leaking|flood(?:ed|ing)?)|no (?:heat(?:ing)?|hot water)|gas smell|smell (?:of )?gas|knocked out|swollen|locked out|by (?:the )?end of (?:the )?day|deadline (?:is )?(?:today|tomorrow))\b/i
/** "Nothing urgent", "not an emergency": people say it to be kind. */
const DENIED = /\b(?:no|not|nothing|isn['’]t|non|least)[ -](?:\w+ ){0,2}(?:urgent|emergency|rush)/i

/** Whether the sender seems unable to wait. A model may turn this on, and nothing turns it off. */
export const isUrgent = (text: string): boolean =>
  text.split('\n').some((line) => URGENT.test(line) && !DENIED.test(line))
