import { shorten } from '../../../../kernel/text.ts'
import type { Entity } from '../intents.ts'
import { evidenceOf, type Matter, named } from './matter.ts'
import type { Proposal } from './proposal.ts'
import { senderName } from './sender.ts'
import { topicOf } from './topic.ts'

const SERVICE_CHARS = 80

/** The one sum named in the office's currency. Of several nobody can say which is the budget, and none is converted. */
function amountOf(matter: Matter): Entity | undefined {
  const own = named(matter, 'amount').filter(({ value }) => value.startsWith(`${matter.facts.currency} `))
  return own.length === 1 ? own[0] : undefined
}

function titleOf(matter: Matter, service: Entity | undefined): string {
  const name = senderName(matter)
  if (!service) return `Request from ${name}${topicOf(matter.understanding)}`
  const what = shorten(service.value, SERVICE_CHARS)
  return `${what.charAt(0).toUpperCase()}${what.slice(1)} for ${name}`
}

/** Work that may become income. */
export function proposeDeal(matter: Matter): Proposal {
  const service = named(matter, 'service')[0]
  const amount = amountOf(matter)
  const payload = { title: titleOf(matter, service), amount: amount?.value.split(' ')[1] ?? null }
  return {
    action: { kind: 'create_deal', payload },
    evidence: evidenceOf(matter, service, amount),
    confidence: matter.understanding.confidence,
  }
}
