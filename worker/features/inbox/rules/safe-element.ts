import { safeStyle } from './safe-style.ts'

const split = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const ALLOWED = split(
  'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt ' +
    'em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s samp ' +
    'section small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr',
)

/** Elements that are taken out with all they hold; any other unknown element loses its tags and keeps its text. */
const REMOVED = split(
  'script style title template textarea select option button input iframe frame frameset noframes noembed noscript xmp ' +
    'plaintext listing object embed applet param svg math audio video source track canvas link meta base bgsound dialog ' +
    'portal fencedframe',
)

const PLAIN_ATTRIBUTES = split(
  'align valign bgcolor width height dir lang title border cellpadding cellspacing colspan rowspan color face size alt ' +
    'start abbr scope nowrap reversed datetime',
)
/** Names by which mail programs mark a quotation; the browser folds by them. All other names could style our page. */
const QUOTE_NAMES = split(
  'gmail_quote gmail_attr gmail_signature yahoo_quoted protonmail_quote moz-cite-prefix moz-signature divRplyFwdMsg ' +
    'appendonsend OLK_SRC_BODY_SECTION',
)

const IMAGE_SOURCES = split('src data-src data-cid')
const LINK = /^(?:https?:\/\/|mailto:|tel:)/i
const REMOTE = /^https?:\/\//i
const CONTENT_ID = /^cid:([^\s"'<>]{1,300})$/i
const INLINE_IMAGE = /^data:image\/(?:png|gif|jpeg|webp);base64,[a-z0-9+/=]{1,700000}$/i
const MAX_VALUE_LENGTH = 4000

export type Attributes = readonly (readonly [name: string, value: string])[]

export const isAllowedElement = (name: string) => ALLOWED.has(name)
export const isRemovedElement = (name: string) => REMOVED.has(name)

/**
 * The attributes that an allowed element keeps. Values are raw, entities undecoded: a scheme must stand there in plain
 * letters, so an encoded one is simply no scheme. Remote images wait in `data-src`, attached ones in `data-cid`. Given its own
 * result it keeps all of it.
 */
export function safeAttributes(element: string, attributes: Attributes): Attributes {
  return attributes.flatMap(([name, value]) => {
    const text = value.trim()
    if (name === 'style') return kept('style', safeStyle(text))
    if (name === 'class' || name === 'id')
      return kept(
        name,
        text
          .split(/\s/)
          .filter((word) => QUOTE_NAMES.has(word))
          .join(' '),
      )
    if (element === 'a' && name === 'href') return safeLink(text)
    if (element === 'img' && IMAGE_SOURCES.has(name)) return safeImage(name, text)
    if (name === 'type') return kept('type', /^(?:cite|[1aAiI]|disc|circle|square)$/.test(text) ? text : '')
    return PLAIN_ATTRIBUTES.has(name) && text.length <= MAX_VALUE_LENGTH ? [[name, text] as const] : []
  })
}

const kept = (name: string, value: string): Attributes => (value === '' ? [] : [[name, value]])

const safeLink = (address: string): Attributes =>
  LINK.test(address) && address.length <= MAX_VALUE_LENGTH
    ? [
        ['href', address],
        ['rel', 'noopener noreferrer'],
        ['target', '_blank'],
      ]
    : []

function safeImage(name: string, address: string): Attributes {
  const contentId = name === 'data-cid' ? address : CONTENT_ID.exec(address)?.[1]
  if (contentId !== undefined) return [['data-cid', contentId]]
  if (name === 'src' && INLINE_IMAGE.test(address)) return [['src', address]]
  return REMOTE.test(address) && address.length <= MAX_VALUE_LENGTH ? [['data-src', address]] : []
}
