import { z } from 'zod'
import { View } from './rules/view.ts'

const NAME_LENGTH = 60
const name = z.string().trim().min(1, 'A view needs a name.').max(NAME_LENGTH)
const viewId = z.string().meta({ ref: 'views' })

export const ViewShown = z.object({ id: z.string(), name: z.string(), isShared: z.boolean(), view: View })
export const SaveView = z.object({ name, isShared: z.boolean(), view: View })
export const ChangeView = SaveView.extend({ id: viewId })
export const ViewId = z.object({ id: viewId })
export const ViewStep = z.object({ actId: z.string(), title: z.string(), id: z.string() })
