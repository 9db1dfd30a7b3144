import type { Entity } from '../intents.ts'

/** What small offices are asked for, by trade. Longer names stand before the shorter ones that they contain. */
const SERVICES = [
  'dental check-?up|check-?ups?|teeth cleaning|scale and polish|teeth whitening|whitening|root canal|fillings?|dental implants?|implants?|crowns?|braces|dentures?|tooth extraction|extraction|hygienist',
  'haircuts?|hair cut|cut and colou?r|cut and blow ?dry|trim|blow ?dry|balayage|highlights|root touch-?up|full colou?r|perm|updo|beard trim|manicure|pedicure|gel nails|facial|waxing|eyebrows?|lash extensions|massage|hot stone massage|deep tissue massage|spray tan|bridal (?:hair|make-?up)|keratin treatment',
  'physio(?:therapy)?|sports massage|acupuncture|eye test|eye exam|blood test|vaccinations?|booster(?: shot)?|flu shot|dental cleaning|spay(?:ing)?|neuter(?:ing)?|microchip(?:ping)?|nail clipping|grooming',
  'boiler service|boiler repair|boiler installation|new boiler|gas safety certificate|bathroom (?:refit|renovation|remodel)|kitchen (?:refit|renovation|remodel)|drain (?:cleaning|unblocking)|blocked drain|leak repair|water heater|rewiring|fuse box|ev charger|heat pump|roof repair|gutter cleaning|painting and decorating|landscaping|lawn mowing|hedge trimming|fencing|window cleaning|house cleaning|deep clean|end of tenancy clean|carpet cleaning',
  'oil change|brake pads|mot|full service|tyre change|tire rotation|wheel alignment|diagnostic|bodywork|windscreen replacement',
  'tax return|bookkeeping|payroll|vat return|annual accounts|self[- ]assessment|audit',
  'divorce|conveyancing|power of attorney|probate|lease review|contract review|employment claim|immigration advice|wills?(?= (?:drawn|drafted|written|made|and))',
  'wedding photography|family portraits?|head ?shots?|newborn shoot|photo shoot|piano lessons?|guitar lessons?|driving lessons?|personal training|yoga class(?:es)?|pilates',
  'consultation|initial consultation',
]
const VOCABULARY = new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${SERVICES.join('|')})(?![\p{L}\p{N}])`, 'giu')

const ASKED_FOR =
  /\b(?:book(?:ed|ing)?(?: (?:me|us|him|her|my \w{1,12}))?(?: in)?|appointment|slot|quote|estimate|price|come in|coming in|availability) for (?:an?|some|my|our|the) ([\p{L}'’ -]{3,50})/giu
/** Where the words of the wish end and those of when, for whom or why begin. */
const WISH_ENDS =
  /\s(?:on|at|for|next|this|tomorrow|today|please|if|as|and|when|in|by|with|sometime|some|any|soon|or|before|after|to|because|since|from|the)\b.*$/i
const NO_SERVICE =
  /^(?:me|you|us|two|time|few|appointment|following|day|morning|afternoon|son|daughter|wife|husband|mother|friend|couple|new client|new patient)$/i

function wishes(text: string): Entity[] {
  return [...text.matchAll(ASKED_FOR)].flatMap((match) => {
    const words = match[1] ?? ''
    const quote = words.replace(WISH_ENDS, '').trim()
    const start = match.index + match[0].length - words.length
    if (quote.length < 3 || NO_SERVICE.test(quote) || !words.startsWith(quote)) return []
    return [{ kind: 'service' as const, value: quote.toLowerCase(), quote, start, end: start + quote.length }]
  })
}

/** Services by their usual names, and whatever somebody asks an appointment or a price "for". Values are lower case. */
export function findServices(text: string, limit: number): Entity[] {
  const named = [...text.matchAll(VOCABULARY)].map(({ 0: quote, index: start }): Entity => {
    return { kind: 'service', value: quote.toLowerCase(), quote, start, end: start + quote.length }
  })
  const others = wishes(text).filter((wish) => !named.some((one) => one.start < wish.end && wish.start < one.end))
  return [...named, ...others].slice(0, limit)
}
