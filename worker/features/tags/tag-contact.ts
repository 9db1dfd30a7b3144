import type { z } from 'zod'
import { isConflict } from '#dialect'
import { alone, commit } from '../../../db/queries/plan.ts'
import {
  deleteTagging,
  insertTag,
  insertTagging,
  listTags as list,
  tagNamed,
  tagsOn,
} from '../../../db/queries/tags.ts'
import type { OfficeCtx } from '../../context.ts'
import { searchKey } from '../../kernel/text.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { knownContact } from '../contacts/read-contact.ts'
import type { AddTag, RemoveTag, TagShown, TagsOf } from './input.ts'

/** Colours that can be told apart in light and dark; the screens know their tones. */
const COLORS = ['teal', 'blue', 'grape', 'orange', 'pink', 'green'] as const

type Looking = Pick<OfficeCtx, 'db' | 'officeId'>
type Needs = Pick<MemberCtx, 'db' | 'officeId' | 'now' | 'newId' | 'desk' | 'member'>
type Shown = z.infer<typeof TagShown>

export const listTags = ({ db, officeId }: Looking): Promise<Shown[]> => list(db, officeId)

export async function tagsOfContact(needs: Looking, { contactId }: z.infer<typeof TagsOf>): Promise<Shown[]> {
  await knownContact(needs, contactId)
  return tagsOn(needs.db, needs.officeId, 'contact', contactId)
}

/** Tags a contact by name; a name that nobody used before becomes a tag of the office. Twice is once. */
export async function tagContact(needs: Needs, { contactId, name }: z.infer<typeof AddTag>): Promise<Shown> {
  const { db, officeId, now, newId, desk, member } = needs
  await knownContact(needs, contactId)
  const nameKey = searchKey(name)
  const known = await tagNamed(db, officeId, nameKey)
  const color = COLORS[(await list(db, officeId)).length % COLORS.length] ?? COLORS[0]
  const tag = known ?? { id: newId(), name, color }
  const tagging = { officeId, tagId: tag.id, record: 'contact' as const, recordId: contactId, createdAt: now() }
  try {
    await commit(
      db,
      alone((db) => [
        ...(known ? [] : [insertTag(db, { officeId, ...tag, nameKey, createdAt: now() })]),
        insertTagging(db, tagging),
      ]),
    )
  } catch (error) {
    // Somebody made the tag at the same moment: theirs is taken.
    if (known || !isConflict(error)) throw error
    return tagContact(needs, { contactId, name })
  }
  await desk.announce([{ topic: 'contact', ids: [contactId], by: member.userId }])
  return { id: tag.id, name: tag.name, color: tag.color }
}

/** Takes a tag off. One that is not there any more is no mistake. */
export async function untagContact(
  needs: Needs,
  { contactId, tagId }: z.infer<typeof RemoveTag>,
): Promise<{ id: string }> {
  const { db, officeId, desk, member } = needs
  await knownContact(needs, contactId)
  await deleteTagging(db, officeId, 'contact', contactId, tagId)
  await desk.announce([{ topic: 'contact', ids: [contactId], by: member.userId }])
  return { id: contactId }
}
