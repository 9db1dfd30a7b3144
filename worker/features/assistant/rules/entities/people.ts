import type { Entity } from '../intents.ts'

const WORD = String.raw`\p{Lu}[\p{L}'’-]{1,24}`
const NAME = String.raw`${WORD}(?: (?:${WORD}|\p{Lu}\.|de|van|von|der|la|Mc\p{L}{2,20})){0,3}`
const RELATIVES =
  'daughter|son|wife|husband|partner|mother|father|mum|mom|dad|sister|brother|girlfriend|boyfriend|fianc[ée]e?|colleague|assistant|grandson|granddaughter|grandmother|grandfather|child|kid|boy|girl|friend|neighbou?r'

const INTRODUCTIONS = [
  new RegExp(String.raw`\b(?:[Mm]y|[Tt]he) name(?:'s| is) (${NAME})`, 'gu'),
  new RegExp(String.raw`\b[Tt]his is (${NAME})(?= (?:from|here|at|with|calling|again|,)|[,.!\n]|$)`, 'gu'),
  new RegExp(String.raw`\b(?:I am|I['’]m|[Ii]t['’]s) (${NAME})(?= (?:from|and|here|at|with|the)\b|[,.!\n]|$)`, 'gu'),
  new RegExp(String.raw`\b(?:[Mm]y|[Oo]ur) (?:\p{L}{1,12} )?(?:${RELATIVES}),? (${NAME})`, 'gu'),
  new RegExp(String.raw`(?:^|\n)(?:[Nn]ame|NAME)\s?[:=] ?(${NAME})`, 'gu'),
  new RegExp(String.raw`\b((?:Mr|Mrs|Ms|Miss|Dr)\.? ${NAME})`, 'gu'),
]

/** Words that open a sentence with a capital and are nobody's name. */
const NOT_NAMES = new Set(
  'sorry sure just very so happy glad afraid writing looking hoping interested thanks thank regards best kind cheers hello hi dear please the and but not also ok okay yes no monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december sent team customer from in at on for we i you'.split(
    ' ',
  ),
)

const SIGN_OFF =
  /^(?:(?:many |kind |best |warm |with )*(?:thanks|thank you|thx|regards|best|wishes|cheers|sincerely|yours|love|ta|cordially|respectfully|greetings|all the best|take care|talk soon|see you)[a-z ]{0,30})[,.!\s–-]*$/i
/** Whether a line is the farewell above a signature. */
export const isFarewell = (line: string): boolean => SIGN_OFF.test(line.trim().slice(0, 60))

const SIGN_OFF_WITH_NAME = new RegExp(
  String.raw`(?:^|[.!?\n]\s{0,3})(?:[Mm]any [Tt]hanks|[Tt]hanks|[Tt]hank you|[Cc]heers|[Rr]egards|[Bb]est|[Kk]ind [Rr]egards|[Ll]ove|[Tt]hx)[,!.]? ?[-–]? ?(${NAME})(?=\s*(?:$|\n|x\b))`,
  'gu',
)
const SIGNED_LINE = new RegExp(String.raw`^[\s*–—-]{0,4}(${NAME})(?=\s*$|\s*[,|(•x-])`, 'u')
/** A name is signed within this many lines after the farewell, or on one of the last lines of a mail. */
const LINES_AFTER_SIGN_OFF = 2
const MAX_LINES = 400

const isName = (name: string) => name.split(' ').every((word) => !NOT_NAMES.has(word.toLowerCase()))

function entity(value: string, quote: string, start: number): Entity {
  return { kind: 'person', value, quote, start, end: start + quote.length }
}

function fromIntroductions(text: string): Entity[] {
  return [...INTRODUCTIONS, SIGN_OFF_WITH_NAME].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const name = match[1] ?? ''
      return isName(name) ? [entity(name, name, match.index + match[0].lastIndexOf(name))] : []
    }),
  )
}

function fromSignature(text: string): Entity[] {
  const found: Entity[] = []
  let start = 0
  let linesLeft = 0
  for (const line of text.split('\n', MAX_LINES)) {
    const name = linesLeft > 0 ? SIGNED_LINE.exec(line)?.[1] : undefined
    if (name && isName(name)) found.push(entity(name, name, start + line.indexOf(name)))
    if (line.trim() !== '') linesLeft = isFarewell(line) ? LINES_AFTER_SIGN_OFF : name ? 0 : linesLeft - 1
    start += line.length + 1
  }
  return found
}

/** The name in front of an address: `"Clark, Emma" <e@x.com>` and `Emma Clark <e@x.com>` are both Emma Clark. */
export function displayName(from: string): string | null {
  const name = (from.slice(0, 300).split('<')[0] ?? '').replaceAll('"', '').trim()
  if (name === '' || name.includes('@')) return null
  const [last, first, ...more] = name.split(',').map((part) => part.trim())
  return first && last && more.length === 0 ? `${first} ${last}` : name
}

function fromSender(text: string, from: string): Entity[] {
  const name = displayName(from)
  if (name === null) return []
  for (const wanted of [name, name.split(' ')[0] ?? name]) {
    const start = wanted.length < 2 ? -1 : text.lastIndexOf(wanted)
    const isWhole = !/[\p{L}\p{N}@._]/u.test(
      text.charAt(start - 1) + text.charAt(start + wanted.length).replace('.', ''),
    )
    if (start !== -1 && isWhole) return [entity(name, wanted, start)]
  }
  return []
}

/** People: whoever introduces or signs themselves, relatives named as such, and the sender where the text names them. */
export const findPeople = (text: string, from: string, limit: number): Entity[] =>
  [...fromSender(text, from), ...fromIntroductions(text), ...fromSignature(text)].slice(0, limit)
