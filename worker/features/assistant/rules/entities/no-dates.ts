const UNIT = '(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|quarters?|years?|yrs?|h|m|s|d|w|y)'
const COUNT = String.raw`(?:an?\s+|the\s+|half\s+|few\s+|couple\s+(?:of\s+)?|several\s+|\d+(?:\.\d+)?\s*|(?!(?:mon|tues|wednes|thurs|fri|satur|sun)day)[a-z]+\s+)`

/** "20 minutes", "for two weeks", "within 24 hours", "the last 3 years": lengths of time. */
const LENGTH = new RegExp(
  String.raw`^(?:(?:for|within|every|about|approximately|over)\s+)?(?:the\s+)?(?:(?:last|past|next|this|previous|coming|following)\s+)?${COUNT}{0,3}${UNIT}$`,
  'i',
)
/** "next week", "this month", "the weekend": too wide to be a day. */
const STRETCH = new RegExp(String.raw`^(?:(?:this|next|last|past|coming|following|the)\s+)+(?:${UNIT}|weekend)$`, 'i')
/** Words that are more often something else when they stand alone in lower case. */
const PLAIN_WORD = /^(?:(?:in )?the )?(?:sat|sun|mon|wed|mar|march|may|now|second|sec|ten|twenty)\.?$/
const NEVER = /^(?:now|24\/7|the second|\d{1,2}\s?h)$/i
const FRACTION = /^1\/[2-8]$/

/** Whether words that look like a date to the parser name none; `after` is what follows them. */
export function isNoDate(quote: string, after: string): boolean {
  if (/^\s*%/.test(after) || /^[-/]\w/.test(after)) return true
  return [LENGTH, STRETCH, PLAIN_WORD, NEVER, FRACTION].some((pattern) => pattern.test(quote.trim()))
}
