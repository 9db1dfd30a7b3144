import { analyse, type BuiltInReading } from '../../../worker/features/assistant/rules/built-in.ts'
import type { Intent } from '../../../worker/features/assistant/rules/intents.ts'
import { type Facts, proposeActions } from '../../../worker/features/assistant/rules/propose-actions.ts'

/** A Tuesday morning in Dublin. */
export const SENT_AT = '2026-04-14T09:00:00Z'
export const TODAY = '2026-04-14'
export const DUBLIN = { now: SENT_AT, timeZone: 'Europe/Dublin', country: 'IE' }

type Mail = { subject?: string; text: string; from?: string; at?: string }

export const read = (mail: Mail | string, context = DUBLIN): BuiltInReading =>
  analyse(
    { subject: '', from: 'emma@example.ie', at: SENT_AT, ...(typeof mail === 'string' ? { text: mail } : mail) },
    context,
  )

/** What a text names of one kind, as `value`s in order. */
export const valuesOf = (kind: string, text: string, context = DUBLIN): string[] =>
  read(text, context)
    .entities.filter((entity) => entity.kind === kind)
    .map(({ value }) => value)

/** A customer whom the office knows by name and address. */
export const EMMA: Facts = {
  isSpammer: false,
  contactKnown: true,
  contactName: 'Emma Clarke',
  fromAddress: 'emma@example.ie',
  fromName: 'Emma Clarke',
  knownAddresses: ['emma@example.ie'],
  bulk: false,
  today: TODAY,
  hasOpenDeal: false,
  hasUpcomingAppointment: true,
  currency: 'EUR',
}

/** What is proposed for a mail whose intent is given, so that the table is tested and not the classifier. */
export function proposalsFor(intent: Intent, mail: Mail, facts: Partial<Facts> = {}, confidence = 0.9) {
  const { summaryQuotes: summary, ...reading } = read(mail)
  const { subject = '', text } = mail
  return proposeActions({ ...reading, intent, confidence, summary, subject, text }, { ...EMMA, ...facts })
}
