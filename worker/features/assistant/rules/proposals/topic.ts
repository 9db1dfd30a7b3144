import { oneLine, shorten } from '../../../../kernel/text.ts'
import { normaliseSubject } from '../../../inbox/rules/normalise-subject.ts'
import type { Understanding } from './matter.ts'

const TOPIC_CHARS = 90
/** A subject of more words than this is a sentence and not the name of a matter. */
const NAME_WORDS = 6
/** A subject of these words alone names nothing. */
const EMPTY_WORDS = new Set(
  'a an the my our your for from to about of i have with and quick another general new urgent important question questions query enquiry inquiry request message hi hello hey help info information appointment booking quote estimate complaint feedback invoice payment contact website web form mail email cancel cancellation reschedule rescheduling test no subject'.split(
    ' ',
  ),
)
/** Words that keep their capital within a sentence. */
const KEEPS_CAPITAL =
  /^(?:I\b|\p{Lu}\S*[\p{Lu}\d]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)/u

function withinSentence(words: string, { entities }: Understanding): string {
  const isNamed = entities.some(
    ({ kind, quote }) => (kind === 'person' || kind === 'company') && words.startsWith(quote),
  )
  return isNamed || KEEPS_CAPITAL.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1)
}

/** The subject without reply marks, as it was written; empty where it says nothing. */
function subjectMatter(subject: string): string {
  const matter = normaliseSubject(subject)
  const line = oneLine(subject).normalize('NFC')
  const written = line.toLowerCase().endsWith(matter) ? line.slice(line.length - matter.length) : matter
  const words = written.toLowerCase().match(/\p{L}+/gu) ?? []
  return words.every((word) => EMPTY_WORDS.has(word)) ? '' : written.replace(/[?!. ]{1,20}$/, '')
}

/**
 * What a message is about, to stand behind the start of a title: " about parking" where the subject names the matter, else
 * ": " and the first words that say something; empty where nothing does.
 */
export function topicOf(understanding: Understanding): string {
  const matter = subjectMatter(understanding.subject)
  const isName = matter !== '' && matter.split(' ').length <= NAME_WORDS
  if (isName) return ` about ${withinSentence(shorten(matter, TOPIC_CHARS), understanding)}`
  const said = oneLine(understanding.summary[0]?.sentence ?? '').replace(/[. ]{1,20}$/, '') || matter
  return said === '' ? '' : `: ${withinSentence(shorten(said, TOPIC_CHARS), understanding)}`
}

/** The same where a title cannot say "about": always ": " and the words. */
export const topicAfterColon = (understanding: Understanding): string =>
  topicOf(understanding).replace(/^ about /, ': ')
