import { z } from 'zod'

/** What can be put into the trash, and which one. */
export const Discard = z.discriminatedUnion('record', [
  z.object({ record: z.literal('contact'), id: z.string().meta({ ref: 'contacts' }) }),
  z.object({ record: z.literal('company'), id: z.string().meta({ ref: 'companies' }) }),
  z.object({ record: z.literal('deal'), id: z.string().meta({ ref: 'deals' }) }),
  z.object({ record: z.literal('task'), id: z.string().meta({ ref: 'tasks' }) }),
])
/** The step, by which it is taken back. */
export const Discarded = z.object({ actId: z.string(), title: z.string() })
