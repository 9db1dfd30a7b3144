/** How much of a line is looked at: no mail program writes longer marks. */
export const MAX_MARK_LENGTH = 400

const words = (list: string) => list.trim().split(/\s*\|\s*/)
const startsWith = (list: string) => new RegExp(`^(?:${words(list).join('|')})(?![\\p{L}\\p{N}])`, 'iu')

const ATTRIBUTION_OPENER = startsWith(
  'on | at | am | um | le | el | il | em | op | den | dne | dnia | w dniu | på | pe | kl | в | у | ons | tor | fre',
)
const ATTRIBUTION_VERB =
  /(?:wrote|writes|schrieb|écrit|ecrit|escribió|escribio|scritto|escreveu|schreef|geschreven|skrev|kirjoitti|napisał|napisal|napsal|írta|a scris|yazdı|написал|пишет|έγραψε|写道|寫道|wrote the following)/iu
/** "2011/4/7 Ann <ann@example.com>", as Gmail wrote it for years. */
const DATED_NAME = /^\d{4}[-/]\d{1,2}[-/]\d{1,2} [^<>]{1,200}<[^<>\s]{3,254}>:?$/
const ENDS_WITH_COLON = /[:：]\s{0,9}$/
const HAS_DATE = /\d{1,4}[./:-]\d{1,2}|\b(?:19|20)\d\d\b|\d{1,2}h\d\d/i

const FORWARD_OPENER = startsWith(
  'begin forwarded message | anfang der weitergeleiteten nachricht | début du message réexpédié | début du message transféré | inicio del mensaje reenviado | inizio messaggio inoltrato | begin doorgestuurd bericht | início da mensagem reencaminhada',
)

const RULE = /^\s{0,9}[-_–—]{2,60}\s{0,9}(\S[^\n]{2,80}?)?\s{0,9}[-_–—]{2,60}\s{0,9}$/u
const BARE_RULE = /^\s{0,9}[_–—-]{10,200}\s{0,9}$/u
const RULE_WORD =
  /original|ursprüngliche|origine|originale|oorspronkelijk|opprinnelig|oprindelig|ursprungligt|alkuperäinen|oryginalna|исходное|forwarded|weitergeleitete|transféré|reenviad|rencaminhad|encaminhad|inoltrat|doorgestuurd|vidarebefordrat|videresendt|przekazana|пересыла/iu

const FIELD =
  /^\s{0,9}[*>]{0,2}\s{0,3}([\p{L}][\p{L}\p{M} .-]{0,24}?)\s{0,2}\*{0,2}\s{0,2}[:：]\s{0,3}\*{0,2}\s{0,9}\S/u

const field = (list: string): ReadonlySet<string> => new Set(words(list))
const FROM_FIELDS = field(
  'from | von | de | da | van | od | fra | från | lähettäjä | от | feladó | 发件人 | 寄件者 | 差出人',
)
const DATE_FIELDS = field(
  'sent | date | gesendet | datum | envoyé | enviado | enviado el | enviada em | fecha | data | inviato | verzonden | wysłano | sendt | dato | skickat | lähetetty | отправлено | дата | 发送时间 | 日期 | 送信日時',
)
const SUBJECT_FIELDS = field(
  'subject | betreff | objet | asunto | oggetto | onderwerp | temat | emne | ämne | aihe | assunto | тема | 主题 | 主旨 | 件名',
)
const OTHER_FIELDS = field(
  'to | an | à | para | a | aan | do | til | till | vastaanottaja | кому | cc | kopie | cci | bcc | reply-to | importance | 收件人 | 抄送 | 宛先',
)

const SIGNATURE_RULE = /^-- ?$/
const DEVICE_LINE =
  /^(?:sent (?:from|via|with|using)|get|gesendet (?:von|mit|über)|von meinem|diese nachricht wurde von meinem|holen sie sich|envoyé (?:de(?:puis)?|à partir)|obtenez|télécharger|enviado (?:desde|do|a partir)|obtener|inviato (?:da|dal)|scarica|verstuurd vanaf|verzonden (?:met|vanaf)|skickat från|sendt fra|lähetetty|wysłane z)\b.{0,50}(?:iphone|ipad|ios|android|samsung|galaxy|huawei|xiaomi|pixel|blackberry|outlook|yahoo|gmail|proton|gmx|web\.de|windows|smartphone|mobile|mobil|móvil|handy|telefon|tablet|t[ée]l[ée]phone)/iu
const MAX_DEVICE_LINE = 120

/** A line that a mail program marked as quoted. */
export const isQuotedLine = (line: string) => /^[ \t]{0,9}>/.test(line)

/** RFC 3676, section 4.3, and the many programs that drop its trailing space. */
export const isSignatureRule = (line: string) => SIGNATURE_RULE.test(line)

/** "Sent from my iPhone", in the languages of our customers, and nothing else on the line. */
export const isDeviceLine = (line: string) => line.length <= MAX_DEVICE_LINE && DEVICE_LINE.test(line.trim())

/** "-----Original Message-----" and its like. */
export const isSeparator = (line: string) => {
  const inner = RULE.exec(line)?.[1]
  return inner !== undefined && RULE_WORD.test(inner)
}

/** A drawn line without words, which Outlook puts above its header block. */
export const isBareRule = (line: string) => BARE_RULE.test(line)

export const isForwardOpener = (line: string) => FORWARD_OPENER.test(line.trim()) && ENDS_WITH_COLON.test(line)

/** What a line of a copied header names, such as the "Von:" of Outlook's header block. */
export function headerField(line: string): 'from' | 'date' | 'subject' | 'other' | null {
  const name = FIELD.exec(line)?.[1]?.toLowerCase()
  if (name === undefined) return null
  if (FROM_FIELDS.has(name)) return 'from'
  if (DATE_FIELDS.has(name)) return 'date'
  if (SUBJECT_FIELDS.has(name)) return 'subject'
  return OTHER_FIELDS.has(name) ? 'other' : null
}

/**
 * Whether a sentence introduces a quotation ("On Monday, Ann wrote:"). A `strong` one names an address and a date, so
 * that what follows may be taken for the quotation even where no line is marked.
 */
export function attribution(sentence: string, isOneLine: boolean): 'strong' | 'weak' | null {
  if (isOneLine && DATED_NAME.test(sentence)) return 'weak'
  if (!ENDS_WITH_COLON.test(sentence) || !ATTRIBUTION_VERB.test(sentence)) return null
  const isDated = HAS_DATE.test(sentence)
  const hasAddress = sentence.includes('@')
  if (!ATTRIBUTION_OPENER.test(sentence) && !(isOneLine && (isDated || hasAddress))) return null
  return isDated && hasAddress ? 'strong' : 'weak'
}
