/** The languages that the classifier was taught. In any other it abstains. */
export const SUPPORTED_LANGUAGES: readonly string[] = ['en']
/** Too little to tell by (BCP 47 "undetermined"). */
export const UNDETERMINED = 'und'

const SAMPLE_CHARS = 4000
const MIN_HITS = 2
/** "van", "no" and "in" make no Dutch or Spanish message: another language needs more words of its own to be named. */
const MIN_FOREIGN_HITS = 3
/** A rival must be clearly ahead: single words such as "die", "in" and "no" are spelt alike in several languages. */
const LEAD_OVER_ENGLISH = 1.5

const words = (list: string) => new Set(list.split(' '))

const COMMON_WORDS: readonly (readonly [string, ReadonlySet<string>])[] = [
  [
    'en',
    words(
      'the and you your is are was have has for with this that can could would please we my me i to of not on be do it if at thanks thank hi hello just from but so get about any what when',
    ),
  ],
  [
    'de',
    words(
      'und der die das ich sie ist nicht ein eine einen mit für auf haben wir bitte können uns mir mich ihr ihre ihnen dem den zum zur auch noch wie bei hallo danke guten vielen termin möchte wurde sehr geehrte habe kann',
    ),
  ],
  [
    'fr',
    words(
      'le les et vous je est une un des pour pas nous avec dans que qui bonjour merci votre mon ma sur ce cette suis avez rendez pouvez voudrais au aux du en il serait plus bien à être très',
    ),
  ],
  [
    'es',
    words(
      'el los las y que en un una por para con no es hola gracias usted mi su como está quiero puede cita tengo buenos buenas días me se lo del al más pero sobre favor quisiera ustedes soy',
    ),
  ],
  [
    'it',
    words(
      'il lo gli e di che un una per con non è sono ciao grazie buongiorno vorrei mio mia della del nel alla appuntamento posso può vostro anche ho come questo salve',
    ),
  ],
  [
    'nl',
    words(
      'de het een en van ik je u is niet met voor op we kan graag hallo bedankt dat deze mijn uw om te zijn heb afspraak wil naar ook nog beste goedemorgen',
    ),
  ],
  [
    'pt',
    words(
      'o os as e de que um uma por para com não é olá obrigado obrigada você meu minha seu sua do da no na gostaria posso bom dia boa tarde marcar consulta estou',
    ),
  ],
  [
    'pl',
    words(
      'i w na nie z się do jest że dzień dobry proszę dziękuję czy mam chciałbym chciałabym dla o jak pani pan na to wizytę',
    ),
  ],
]

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
]

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/** Every script below lies in these blocks; punctuation that Latin text uses does not. */
const PERHAPS_ANOTHER_SCRIPT = /[\u0370-\u1fff\u2c00-\udfff\uf900-\ufdff\ufe70-\uffef]/

function byScript(sample: string): string | null {
  if (!PERHAPS_ANOTHER_SCRIPT.test(sample)) return null
  const letters = count(sample, /\p{L}/gu)
  for (const [language, pattern] of SCRIPTS) {
    const share = language === 'ja' ? 0.1 : 0.3
    if (letters > 0 && count(sample, pattern) > letters * share) return language
  }
  return null
}

/** The language as a BCP 47 code, told by its script or its commonest words; `und` when the text is too short to tell. */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARS).toLowerCase()
  const script = byScript(sample)
  if (script !== null) return script
  const spoken = [...new Set(sample.match(/\p{L}+/gu) ?? [])]
  const hits = COMMON_WORDS.map(([language, common]) => ({
    language,
    hits: spoken.filter((word) => common.has(word)).length,
  }))
  const english = hits[0]?.hits ?? 0
  const best = hits.reduce((first, next) => (next.hits > first.hits ? next : first))
  if (best.hits < MIN_HITS) return UNDETERMINED
  if (best.language !== 'en' && best.hits >= english * LEAD_OVER_ENGLISH) {
    return best.hits < MIN_FOREIGN_HITS ? UNDETERMINED : best.language
  }
  return english < MIN_HITS ? UNDETERMINED : 'en'
}
