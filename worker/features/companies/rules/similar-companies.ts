import { areSimilar } from '../../contacts/rules/similar-names.ts'

/** What a company is before the law; people leave it out. */
const LEGAL_FORMS = new Set(
  'gmbh ag kg ohg gbr ug mbh co ek ltd limited plc llc llp lp inc corp corporation company sa sas sarl srl spa bv nv ab as oy aps sl slu'.split(
    ' ',
  ),
)
const SHORTEST_BEGUN = 3

/** The words of a folded name without what it is before the law. */
export const coreWords = (nameKey: string): string[] =>
  nameKey
    .replaceAll('.', '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !LEGAL_FORMS.has(word))
const coreOf = (nameKey: string) => coreWords(nameKey).join(' ')

/** Whether a folded name, also one that is still being typed, may be that of a company: `Weber` and `Weber & Sons Ltd.` */
export function mayBeCompany(typed: string, nameKey: string): boolean {
  const [begun, known] = [coreOf(typed), coreOf(nameKey)]
  if (begun.length < SHORTEST_BEGUN) return begun !== '' && begun === known
  return known.startsWith(begun) || begun.startsWith(`${known} `) || areSimilar(begun, known)
}
