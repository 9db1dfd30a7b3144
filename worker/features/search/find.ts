import type { z } from 'zod'
import { findCompanies, findDeals, findFiles, findTasks } from '../../../db/queries/find-records.ts'
import type { OfficeCtx } from '../../context.ts'
import { phoneDigits, typedWords } from '../../kernel/search-words.ts'
import { findConversations } from './find-conversations.ts'
import { findPeople, orLike } from './find-names.ts'
import { type Find, type Finds, MOST_OF_EACH } from './input.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId'>
type Hits = z.infer<typeof Finds>

/** Everything of the office that holds the words, while they are being typed. A name may be mistyped, a number broken. */
export async function find({ db, officeId }: Needs, { text }: z.infer<typeof Find>): Promise<Hits> {
  const words = typedWords(text)
  if (words.length === 0) return { contacts: [], companies: [], deals: [], tasks: [], conversations: [], files: [] }
  const [contacts, companies, deals, tasks, conversations, files] = await Promise.all([
    findPeople({ db, officeId }, text),
    phoneDigits(text) === null ? findFirms({ db, officeId }, words) : [],
    findDeals(db, officeId, words, MOST_OF_EACH),
    findTasks(db, officeId, words, MOST_OF_EACH),
    findConversations({ db, officeId }, words),
    findFiles(db, officeId, words, MOST_OF_EACH),
  ])
  return {
    contacts,
    companies,
    deals: deals.map(({ id, title, contactName }) => ({ id, title, detail: contactName ?? '' })),
    tasks: tasks.map(({ id, title, dueOn, doneAt, contactName }) => ({
      ...{ id, title },
      detail: [doneAt ? 'done' : dueOn, contactName].filter(Boolean).join(', '),
    })),
    conversations,
    files: files.flatMap(fileHit),
  }
}

type FileRow = Awaited<ReturnType<typeof findFiles>>[number]

/** A file is opened where it hangs: in its conversation, or on its record. */
function fileHit({ id, sent, put }: FileRow): Hits['files'] {
  const { name, conversationId, subject } = sent
  if (name !== null && conversationId !== null)
    return [{ id, title: name, detail: subject ?? '', on: { record: 'conversation', id: conversationId } }]
  if (!put) return []
  return [{ id, title: put.name, detail: `on a ${put.record}`, on: { record: put.record, id: put.recordId } }]
}

async function findFirms({ db, officeId }: Needs, words: string[]): Promise<Hits['companies']> {
  const found = await findCompanies(db, officeId, words, MOST_OF_EACH)
  const all = await orLike({ db, officeId }, 'company', words, found)
  return all.map(({ id, name }) => ({ id, title: name, detail: '' }))
}
