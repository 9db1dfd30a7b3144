import { z } from 'zod'

const NAME_LENGTH = 40
const contactId = z.string().meta({ ref: 'contacts' })

export const TagShown = z.object({ id: z.string(), name: z.string(), color: z.string() })
export const TagList = z.array(TagShown)
export const TagsOf = z.object({ contactId })
export const AddTag = z.object({ contactId, name: z.string().trim().min(1, 'A tag needs a name.').max(NAME_LENGTH) })
export const RemoveTag = z.object({ contactId, tagId: z.string().meta({ ref: 'tags' }) })
