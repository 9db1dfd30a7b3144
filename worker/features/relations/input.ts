import { z } from 'zod'

const NAME_LENGTH = 60
const contactId = z.string().meta({ ref: 'contacts' })
const name = z.string().trim().min(1, 'A relation needs a name from both sides.').max(NAME_LENGTH)

export const RelationsOf = z.object({ contactId })
/** `name` is what the other is to the contact. */
export const RelationShown = z.object({
  id: z.string(),
  name: z.string(),
  other: z.object({ id: z.string(), name: z.string() }),
})
export const KindShown = z.object({
  id: z.string(),
  name: z.string(),
  reverseName: z.string(),
  /** Named by the office itself, so that it can be renamed and removed. */
  isOwn: z.boolean(),
})
const kindId = z.string().max(80).meta({ ref: 'relation_kinds' })
export const CreateKind = z.object({ name, reverseName: name })
export const ChangeKind = z.object({ id: kindId, name, reverseName: name })
export const RemoveKind = z.object({ id: kindId })
/** The other is the kind's `name` of the contact: with `parent`, the parent. */
export const AddRelation = z.object({
  contactId,
  otherId: contactId,
  /** A usual kind or one of the office, or both names of a new one. */
  kind: z.union([z.object({ id: kindId }), z.object({ name, reverseName: name })]),
})
export const RemoveRelation = z.object({ id: z.string().meta({ ref: 'relations' }) })
export const RelationStep = z.object({ actId: z.string(), title: z.string() })
