import type { z } from 'zod'
import { pageOfContacts } from '../../../db/queries/contact-list.ts'
import {
  contactsLike,
  findCompanies,
  findConversations,
  findDeals,
  findTasks,
} from '../../../db/queries/find-records.ts'
import type { OfficeCtx } from '../../context.ts'
import type { Find, Finds } from './input.ts'
import { distance, phoneDigits, piecesOf, wordsOf } from './rules/typed-words.ts'

const MOST_OF_EACH = 6
/** So many names are held against what was typed, when nobody is called exactly that. */
const MOST_LIKE = 300

type Needs = Pick<OfficeCtx, 'db' | 'officeId'>
type Hits = z.infer<typeof Finds>

/** Everything of the office that holds the words, while they are being typed. A name may be mistyped, a number broken. */
export async function find({ db, officeId }: Needs, { text }: z.infer<typeof Find>): Promise<Hits> {
  const words = wordsOf(text)
  if (words.length === 0) return { contacts: [], companies: [], deals: [], tasks: [], conversations: [] }
  const isNumber = phoneDigits(text) !== null
  const [contacts, companies, deals, tasks, conversations] = await Promise.all([
    findPeople({ db, officeId }, text, words),
    isNumber ? [] : findCompanies(db, officeId, words, MOST_OF_EACH),
    findDeals(db, officeId, words, MOST_OF_EACH),
    findTasks(db, officeId, words, MOST_OF_EACH),
    findConversations(db, officeId, words, MOST_OF_EACH),
  ])
  return {
    contacts,
    companies: companies.map(({ id, name }) => ({ id, title: name, detail: '' })),
    deals: deals.map(({ id, title, contactName }) => ({ id, title, detail: contactName ?? '' })),
    tasks: tasks.map(({ id, title, dueOn, doneAt, contactName }) => ({
      ...{ id, title },
      detail: [doneAt ? 'done' : dueOn, contactName].filter(Boolean).join(', '),
    })),
    conversations: conversations.map(({ id, subject, lastFrom }) => ({ id, title: subject, detail: lastFrom })),
  }
}

/** People by name, address or a part of a number; where nobody is called so, those whose name is a slip away. */
async function findPeople({ db, officeId }: Needs, text: string, words: string[]): Promise<Hits['contacts']> {
  const exact = await pageOfContacts(db, officeId, { text, after: null, limit: MOST_OF_EACH })
  const found = exact.map(({ id, name, addresses }) => ({ id, title: name, detail: addresses[0]?.asTyped ?? '' }))
  const pieces = phoneDigits(text) === null ? piecesOf(words) : []
  if (found.length >= MOST_OF_EACH || pieces.length === 0) return found
  const like = await contactsLike(db, officeId, pieces, MOST_LIKE)
  const near = like
    .map(({ id, name, nameKey }) => ({ hit: { id, title: name, detail: '' }, far: distance(nameKey, words) }))
    .filter(({ hit, far }) => far !== null && !found.some(({ id }) => id === hit.id))
    .sort((a, b) => (a.far ?? 0) - (b.far ?? 0))
  return [...found, ...near.map(({ hit }) => hit)].slice(0, MOST_OF_EACH)
}
