import { z } from 'zod'

const NAME_LENGTH = 80
const resourceId = z.string().max(64).meta({ ref: 'resources' })
const fields = {
  /** What it is one of: room, chair, van. */
  kind: z.string().trim().min(1, 'Please say what kind of thing it is.').max(NAME_LENGTH),
  name: z.string().trim().min(1, 'Please give it a name.').max(NAME_LENGTH),
}

export const AddResource = z.object(fields)
export const ChangeResource = z.object({ ...fields, id: resourceId })
export const MoveResource = z.object({ id: resourceId, direction: z.enum(['up', 'down']) })
export const RemoveResource = z.object({ id: resourceId })
export const ResourceShown = z.object({ id: z.string(), kind: z.string(), name: z.string() })
