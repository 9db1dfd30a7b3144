import { z } from 'zod'

/** What a file can be put on. */
export const WITH_FILES = ['contact', 'company', 'deal', 'task'] as const
export type WithFiles = (typeof WITH_FILES)[number]

const NAME_LENGTH = 1000
const fileId = z.string().meta({ ref: 'files' })
const name = z.string().max(NAME_LENGTH)

/** A file of a record: put there by a member, or come with a message. */
export const FileShown = z.object({
  id: z.string(),
  origin: z.enum(['member', 'message']),
  name: z.string(),
  type: z.string(),
  bytes: z.number(),
  at: z.date(),
  /** The member who put it there. */
  authorId: z.string().nullable(),
  /** Who sent the message, and where it is. */
  sender: z.string().nullable(),
  conversationId: z.string().nullable(),
})
export const ListFiles = z.discriminatedUnion('record', [
  z.object({ record: z.literal('contact'), recordId: z.string().meta({ ref: 'contacts' }) }),
  z.object({ record: z.literal('company'), recordId: z.string().meta({ ref: 'companies' }) }),
  z.object({ record: z.literal('deal'), recordId: z.string().meta({ ref: 'deals' }) }),
  z.object({ record: z.literal('task'), recordId: z.string().meta({ ref: 'tasks' }) }),
])
export const RenameFile = z.object({ id: fileId, name: name.trim().min(1, 'A file needs a name.') })
export const RemoveFile = z.object({ id: fileId })
/** Without an id where nothing had to be done. */
export const FileStep = z.object({ actId: z.string().nullable(), title: z.string() })

/** What the address of an upload says; the body is the file. */
export const NewFile = z.object({
  record: z.enum(WITH_FILES),
  recordId: z.string(),
  name,
  /** Chosen by whoever sends: the same file sent twice, because the answer was lost, is one file. */
  key: z.uuid(),
  /** How long it is: what arrives shorter was cut off on its way. */
  bytes: z.coerce.number().int().nonnegative(),
})
