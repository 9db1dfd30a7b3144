import type { z } from 'zod'
import { pageOfContacts } from '../../../db/queries/contact-list.ts'
import type { OfficeCtx } from '../../context.ts'
import { type ContactPage, type ListContacts, PAGE_SIZE } from './input.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId'>

/** A page of living contacts by name; `text` narrows to those whose name, mail address or phone contains it. */
export async function listContacts(
  { db, officeId }: Needs,
  input: z.infer<typeof ListContacts>,
): Promise<z.infer<typeof ContactPage>> {
  const page = { text: input.text, after: input.cursor ?? null, limit: PAGE_SIZE + 1 }
  const found = await pageOfContacts(db, officeId, page)
  const shown = found.slice(0, PAGE_SIZE)
  const last = shown.at(-1)
  return { rows: shown, next: found.length > PAGE_SIZE && last ? { nameKey: last.nameKey, id: last.id } : null }
}
