import { instant, primaryKey, table, text } from '#dialect'
import type { SearchedKind } from '../../worker/kernel/search-words.ts'
import { ofOffice } from './columns.ts'

/**
 * What can be found, one row for each record that is not in the trash, in folded words. No code writes here: triggers of
 * the migration `search` fill it from the views `search_contacts`, `search_companies` and so on, which say what the
 * words of each kind are, and keep the full-text index over it.
 */
export const searchEntries = table(
  'search_entries',
  {
    officeId: ofOffice().officeId,
    record: text('record').notNull().$type<SearchedKind>(),
    recordId: text('record_id').notNull(),
    /** The words of a person’s or a company’s name, by which they are sorted; empty of other records. */
    name: text('name').notNull(),
    /** All words by which it is found, those of the name among them. Of a name by itself they are empty. */
    words: text('words').notNull(),
    /** When it was made, sent or received: the newest is shown first. */
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.officeId, t.record, t.recordId] })],
)

/** What the triggers write anew: empty but within a write that holds the index of its office. */
export const searchMarks = table(
  'search_marks',
  {
    officeId: ofOffice().officeId,
    record: text('record').notNull().$type<SearchedKind>(),
    recordId: text('record_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.officeId, t.record, t.recordId] })],
)

/** While an office stands here, what changes is only marked; once it leaves, each entry is written anew, once. */
export const searchHeld = table('search_held', { officeId: ofOffice().officeId }, (t) => [
  primaryKey({ columns: [t.officeId] }),
])
