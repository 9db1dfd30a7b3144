const HIDDEN_DECLARATIONS =
  /(?:^|;)\s{0,20}(?:display\s{0,20}:\s{0,20}none|visibility\s{0,20}:\s{0,20}(?:hidden|collapse)|opacity\s{0,20}:\s{0,20}0?(?:\.0{1,9})?\s{0,20}(?:;|!|$))/i
const FONT_SIZE = /(?:^|;)\s{0,20}font-size\s{0,20}:\s{0,20}(\d{0,4}(?:\.\d{0,6})?)(px|pt|em|rem|%)?/i

/** Letters below two pixels cannot be read. */
const MIN_FONT_PX = 2
const PX_PER_UNIT: ReadonlyMap<string, number> = new Map([
  ['px', 1],
  ['pt', 4 / 3],
  ['em', 16],
  ['rem', 16],
  ['%', 0.16],
])
const MAX_STYLE_LENGTH = 4000

/** Elements whose text is no part of the mail's words. */
const UNREAD: ReadonlySet<string> = new Set(
  'script style title head template noembed noframes iframe object svg math select textarea'.split(' '),
)

export const isUnreadElement = (name: string) => UNREAD.has(name)

/** Whether a reader sees nothing of an element, by its own attributes. */
export function isHiddenElement(attributes: ReadonlyMap<string, string>): boolean {
  if (attributes.has('hidden')) return true
  const style = attributes.get('style')?.slice(0, MAX_STYLE_LENGTH)
  if (style === undefined) return false
  return HIDDEN_DECLARATIONS.test(style) || isTooSmall(style)
}

/** A size in units that are not listed counts only when it is nothing at all. */
function isTooSmall(style: string): boolean {
  const [, size = '', unit = ''] = FONT_SIZE.exec(style) ?? []
  if (size === '') return false
  const pixels = PX_PER_UNIT.get(unit.toLowerCase())
  return pixels === undefined ? Number(size) === 0 : Number(size) * pixels < MIN_FONT_PX
}
