const PROPERTIES: ReadonlySet<string> = new Set(
  (
    'background-color border border-bottom border-bottom-color border-bottom-style border-bottom-width border-collapse ' +
    'border-color border-left border-left-color border-left-style border-left-width border-radius border-right ' +
    'border-right-color border-right-style border-right-width border-spacing border-style border-top border-top-color ' +
    'border-top-style border-top-width border-width caption-side clear color direction display float font font-family ' +
    'font-size font-style font-variant font-weight height letter-spacing line-height list-style-position ' +
    'list-style-type margin margin-bottom margin-left margin-right margin-top max-height max-width min-height min-width ' +
    'opacity overflow-wrap padding padding-bottom padding-left padding-right padding-top table-layout text-align ' +
    'text-decoration text-indent text-transform unicode-bidi vertical-align visibility white-space width word-break ' +
    'word-spacing word-wrap'
  ).split(' '),
)

const MAX_STYLE_LENGTH = 8000
const MAX_VALUE_LENGTH = 200

/** No backslash, so no CSS escape can spell what is looked for; no angle bracket, at sign, brace or entity. */
const PLAIN_VALUE = /^[\p{L}\p{N}\s#.,%!'"()/+*-]+$/u
const COLOUR_FUNCTION = /\b(?:rgb|hsl)a?\([\d\s.,%/+-]{1,60}\)/gi

/**
 * The declarations of an inline style that only change how text looks: a list of properties, and values that load
 * nothing, run nothing and leave their place on the page. `style` is the raw attribute, entities undecoded.
 */
export function safeStyle(style: string): string {
  const plain = style.slice(0, MAX_STYLE_LENGTH).replace(/&quot;|&#34;|&#39;|&apos;/gi, "'")
  return plain
    .split(';')
    .map(safeDeclaration)
    .filter((declaration) => declaration !== null)
    .join(';')
}

function safeDeclaration(declaration: string): string | null {
  const colon = declaration.indexOf(':')
  const property = declaration.slice(0, Math.max(colon, 0)).trim().toLowerCase()
  const value = declaration
    .slice(colon + 1)
    .trim()
    .replaceAll('"', "'")
  if (!PROPERTIES.has(property) || value.length > MAX_VALUE_LENGTH || !PLAIN_VALUE.test(value)) return null
  const withoutColours = value.replace(COLOUR_FUNCTION, '')
  return /[()]|\/\*|expression/i.test(withoutColours) ? null : `${property}:${value}`
}
