import { joinBytes } from '../../../../kernel/bytes.ts'
import { asBytes, type Encoding } from '../decode.ts'
import { type FileRow, type RowReader, SHOWN_LENGTH } from '../file-row.ts'
import { readCard } from './read-card.ts'

/** A card may hold a picture. */
const CARD_BYTES = 2 * 1024 * 1024
const TOO_LONG = 'This card is larger than 2 MB. Remove its picture and import it again.'
const NOT_ENDED = 'This card does not end with END:VCARD. Mend its end and import it again.'
const END = /^[ \t]*end[ \t]*:[ \t]*vcard[ \t]*\r?\n?/gim
const END_BYTES = 64
const BEGIN = /^[ \t]*begin[ \t]*:[ \t]*vcard/im

/** Reads a file of cards one by one, from the byte where one begins. A card that cannot be read is one with a refusal. */
export function cardRows(encoding: Encoding, from: number): RowReader {
  let bytes: Uint8Array = new Uint8Array()
  let start = from
  let isPassing = false
  let head: Uint8Array = new Uint8Array()
  let passedOver = 0

  function read(isEnd: boolean): FileRow[] {
    const rows: FileRow[] = []
    const text = asBytes(bytes)
    let at = 0
    for (const found of text.matchAll(END)) {
      const end = found.index + found[0].length
      // Its line break may be on its way.
      if (end === text.length && !found[0].endsWith('\n') && !isEnd) break
      rows.push(...card(bytes.subarray(at, end), start + passedOver + end - at))
      at = end
    }
    bytes = bytes.slice(at)
    if (bytes.length > CARD_BYTES) passOver()
    return rows
  }

  /** Forgets what was read of a card that is too long, but for the last bytes: its end may be cut in two there. */
  function passOver() {
    if (!isPassing) head = bytes.slice(0, SHOWN_LENGTH)
    isPassing = true
    passedOver += bytes.length - END_BYTES
    bytes = bytes.slice(bytes.length - END_BYTES)
  }

  function card(text: Uint8Array, next: number): FileRow[] {
    const place = { start, end: next }
    start = next
    const refusal = isPassing ? TOO_LONG : null
    const shown = isPassing ? head : text
    isPassing = false
    passedOver = 0
    if (refusal === null && !BEGIN.test(asBytes(text))) return []
    if (refusal !== null) return [{ ...place, refusal, cells: [shownText(shown)], isGuessed: false }]
    return [{ ...place, refusal, ...readCard(text, encoding) }]
  }

  return {
    push(more) {
      bytes = bytes.length === 0 ? more : joinBytes([bytes, more])
      return read(false)
    },
    end() {
      const rows = read(true)
      const rest = bytes
      bytes = new Uint8Array()
      if (shownText(rest).trim() === '') return rows
      return [
        ...rows,
        {
          start,
          end: start + passedOver + rest.length,
          refusal: NOT_ENDED,
          cells: [shownText(rest)],
          isGuessed: false,
        },
      ]
    },
    reopenAt: null,
  }
}

const shownText = (bytes: Uint8Array) => new TextDecoder().decode(bytes.subarray(0, SHOWN_LENGTH)).trim()
