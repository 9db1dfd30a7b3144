import type { z } from 'zod'
import { nextAppointment } from '../../../db/queries/appointments.ts'
import { contactsFound } from '../../../db/queries/contact-list.ts'
import { contactById, householdOf } from '../../../db/queries/contacts.ts'
import { pageOfConversations } from '../../../db/queries/conversations.ts'
import { holdingAll } from '../../../db/queries/search-index.ts'
import { listTasks } from '../../../db/queries/tasks.ts'
import type { OfficeCtx } from '../../context.ts'
import { phoneDigits, soughtWords } from '../../kernel/search-words.ts'
import type { CallerCard, Find } from './input.ts'

/** A family shares a number; more people than these are no help while it rings. */
const MOST_CARDS = 3

type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'now'>
type Card = z.infer<typeof CallerCard>

/** Whoever has this number, or a part of it in whatever writing, with what one should know before picking up. */
export async function callerCards(needs: Needs, { text }: z.infer<typeof Find>): Promise<Card[]> {
  if (phoneDigits(text) === null) return []
  const [digits = ''] = soughtWords(text)
  const { db, officeId } = needs
  const found = await contactsFound(db, officeId, holdingAll(officeId, 'contact', [digits], 'word'), MOST_CARDS)
  return Promise.all(
    found.map(({ id, name, addresses }) => {
      const phones = addresses.filter(({ kind }) => kind === 'phone')
      const meant = phones.find(({ value }) => value.includes(digits))
      return cardOf(needs, { id, name, number: (meant ?? phones[0])?.asTyped ?? '' })
    }),
  )
}

async function cardOf({ db, officeId, now }: Needs, person: Pick<Card, 'id' | 'name' | 'number'>): Promise<Card> {
  const contactId = person.id
  const newest = { filter: { status: null, contactId, text: '' }, after: null, limit: 1 }
  const [contact, appointment, [thread], [open]] = await Promise.all([
    contactById(db, officeId, contactId),
    nextAppointment(db, officeId, contactId, now()),
    pageOfConversations(db, officeId, newest),
    listTasks(db, officeId, { contactId, doneSince: now(), limit: 1 }),
  ])
  const household = contact?.householdId ? await householdOf(db, officeId, contact.householdId) : null
  const { startsAt, title = '' } = appointment ?? {}
  return {
    ...person,
    household: household?.name ?? null,
    nextAppointment: startsAt ? { title, startsAt } : null,
    lastMessage: thread
      ? {
          conversationId: thread.conversation.id,
          subject: thread.conversation.subject,
          at: thread.conversation.lastMessageAt,
        }
      : null,
    openTask: open && !open.task.doneAt ? { title: open.task.title, dueOn: open.task.dueOn } : null,
  }
}
