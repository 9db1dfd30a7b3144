import type { Entity } from '../intents.ts'
import type { Understanding } from './matter.ts'

/** Whose a number or address is: said or signed to be the sender's, the only one of its kind, or anybody's. */
export type Certainty = 'own' | 'only' | 'unclear'

const LOOK_BACK_CHARS = 60
const SIGNATURE_CHARS = 240
const SAID_TO_BE_MINE =
  /\b(?:my|our) (?:(?:new|own|mobile|cell|phone|work|home|office|direct|contact|best|current|daytime) ){0,3}(?:number|phone|mobile|cell|line|tel|e-?mail|mail|address|no)\b[^.\n]{0,25}$|\b(?:call|ring|text|reach|phone|contact|e-?mail|whatsapp|get) (?:me|us)\b[^.\n]{0,40}$|\bI(?:['’]m| am) (?:on|at)\s*$/i
/** A farewell on a line of its own (not "Thanks for …"), and at most a few short lines between it and the number. */
const BELOW_FAREWELL =
  /(?:^|\n)[ \t]*(?:many |kind |best |warm |with )?(?:thanks|thank you|regards|wishes|cheers|sincerely|best|yours|love)\b(?![^\n]{0,30}\b(?:for|to|that|if)\b)[^\n]{0,30}\n(?:[^\n]{0,60}\n){0,4}[^\n]{0,40}$/i

const before = (text: string, { start }: Entity, chars: number) => text.slice(Math.max(0, start - chars), start)

/** Whether something stands in the signature, as far as a farewell above it tells. */
export const isSigned = (entity: Entity, { text }: Understanding): boolean =>
  text !== undefined && BELOW_FAREWELL.test(before(text, entity, SIGNATURE_CHARS))

/** How sure it is that a number or address in a message is its sender's. */
export function certaintyOf(entity: Entity, understanding: Understanding): Certainty {
  const { text = '', entities } = understanding
  const isSaid = SAID_TO_BE_MINE.test(before(text, entity, LOOK_BACK_CHARS))
  if (isSaid || isSigned(entity, understanding)) return 'own'
  const others = entities.filter(({ kind, value }) => kind === entity.kind && value !== entity.value)
  return others.length === 0 && entity.kind === 'phone' ? 'only' : 'unclear'
}
