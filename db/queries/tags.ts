import { and, asc, eq } from 'drizzle-orm'
import { isOneOf } from '#dialect'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import type { RecordKind } from '../../worker/kernel/words.ts'
import type { Db } from '../schema/index.ts'
import { type Tag, taggings, tags } from '../schema/records.ts'

const shown = { id: tags.id, name: tags.name, color: tags.color }

/** Refused by the unique index when somebody has just made one of this name. */
export const insertTag = (db: Db, tag: Tag) => db.insert(tags).values(tag)

export const insertTagging = (db: Db, tagging: typeof taggings.$inferInsert) =>
  db.insert(taggings).values(tagging).onConflictDoNothing()

export const deleteTagging = (db: Db, officeId: OfficeId, record: RecordKind, recordId: string, tagId: string) =>
  db
    .delete(taggings)
    .where(
      and(
        eq(taggings.officeId, officeId),
        eq(taggings.record, record),
        eq(taggings.recordId, recordId),
        eq(taggings.tagId, tagId),
      ),
    )

export async function listTags(db: Db, officeId: OfficeId) {
  return db.select(shown).from(tags).where(eq(tags.officeId, officeId)).orderBy(asc(tags.nameKey))
}

export async function tagNamed(db: Db, officeId: OfficeId, nameKey: string) {
  const [row] = await db
    .select(shown)
    .from(tags)
    .where(and(eq(tags.officeId, officeId), eq(tags.nameKey, nameKey)))
  return row ?? null
}

export async function tagsOn(db: Db, officeId: OfficeId, record: RecordKind, recordId: string) {
  return db
    .select(shown)
    .from(taggings)
    .innerJoin(tags, and(eq(tags.officeId, officeId), eq(tags.id, taggings.tagId)))
    .where(and(eq(taggings.officeId, officeId), eq(taggings.record, record), eq(taggings.recordId, recordId)))
    .orderBy(asc(tags.nameKey))
}

/** The tags of many records, each with the record that it is on. */
export async function tagsOnAll(db: Db, officeId: OfficeId, record: RecordKind, recordIds: string[]) {
  return db
    .select({ recordId: taggings.recordId, name: tags.name })
    .from(taggings)
    .innerJoin(tags, and(eq(tags.officeId, officeId), eq(tags.id, taggings.tagId)))
    .where(and(eq(taggings.officeId, officeId), eq(taggings.record, record), isOneOf(taggings.recordId, recordIds)))
    .orderBy(asc(tags.nameKey))
}
