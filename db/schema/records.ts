import { flag, foreignKey, index, instant, json, primaryKey, table, text, uniqueIndex, whole } from '#dialect'
import { FIELD_KINDS, type FieldOption } from '../../worker/features/fields/rules/field-kinds.ts'
import { RECORD_KINDS } from '../../worker/kernel/words.ts'
import { archivedAt, createdAt, ofOffice } from './columns.ts'

// What hangs on records of several kinds. `record` names the kind, `recordId` the row; whoever reads joins by both.

/** A field that the office added. Its values stand in the `fields` of each record, under the field's id. */
export const customFields = table(
  'custom_fields',
  {
    ...ofOffice(),
    record: text('record', { enum: RECORD_KINDS }).notNull(),
    label: text('label').notNull(),
    kind: text('kind', { enum: FIELD_KINDS }).notNull(),
    /** Of a choice only. */
    options: json<FieldOption[]>('options').notNull().default([]),
    position: whole('position').notNull(),
    createdAt: createdAt(),
    archivedAt: archivedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.id] }),
    index('custom_fields_record').on(t.officeId, t.record, t.position),
  ],
)

export const tags = table(
  'tags',
  {
    ...ofOffice(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    color: text('color').notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.officeId, t.id] }), uniqueIndex('tags_name').on(t.officeId, t.nameKey)],
)

export const taggings = table(
  'taggings',
  {
    officeId: ofOffice().officeId,
    tagId: text('tag_id').notNull(),
    record: text('record', { enum: RECORD_KINDS }).notNull(),
    recordId: text('record_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.record, t.recordId, t.tagId] }),
    foreignKey({ columns: [t.officeId, t.tagId], foreignColumns: [tags.officeId, tags.id] }),
    index('taggings_tag').on(t.officeId, t.tagId, t.record, t.recordId),
  ],
)

export const notes = table(
  'notes',
  {
    ...ofOffice(),
    text: text('text').notNull(),
    /** The text, folded for searching. */
    textKey: text('text_key').notNull(),
    authorId: text('author_id').notNull(),
    /** Members who were named with an @, by their user ids. */
    mentions: json<string[]>('mentions').notNull().default([]),
    isPinned: flag('is_pinned').notNull().default(false),
    version: whole('version').notNull().default(1),
    createdAt: createdAt(),
    editedAt: instant('edited_at'),
    archivedAt: archivedAt(),
  },
  (t) => [primaryKey({ columns: [t.officeId, t.id] })],
)

/** A note may stand on several records. */
export const noteLinks = table(
  'note_links',
  {
    officeId: ofOffice().officeId,
    noteId: text('note_id').notNull(),
    record: text('record', { enum: RECORD_KINDS }).notNull(),
    recordId: text('record_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.noteId, t.record, t.recordId] }),
    foreignKey({ columns: [t.officeId, t.noteId], foreignColumns: [notes.officeId, notes.id] }),
    index('note_links_record').on(t.officeId, t.record, t.recordId),
  ],
)

/** A file that a member put on a record; the bytes lie in R2. */
export const files = table(
  'files',
  {
    ...ofOffice(),
    record: text('record', { enum: RECORD_KINDS }).notNull(),
    recordId: text('record_id').notNull(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    type: text('type').notNull(),
    bytes: whole('bytes').notNull(),
    fileKey: text('file_key').notNull(),
    authorId: text('author_id').notNull(),
    createdAt: createdAt(),
    archivedAt: archivedAt(),
  },
  (t) => [primaryKey({ columns: [t.officeId, t.id] }), index('files_record').on(t.officeId, t.record, t.recordId)],
)

export type CustomField = typeof customFields.$inferSelect
export type Tag = typeof tags.$inferSelect
export type Note = typeof notes.$inferSelect
export type NewNote = typeof notes.$inferInsert
export type OfficeFile = typeof files.$inferSelect
export type NewFile = typeof files.$inferInsert
