import { z } from 'zod'

/** An open conversation, enquiry or deal for which nothing is planned. */
export const Unattended = z.object({
  kind: z.enum(['conversation', 'enquiry', 'deal']),
  id: z.string(),
  title: z.string(),
  contactId: z.string().nullable(),
  contactName: z.string().nullable(),
  /** Since when nothing happened. */
  since: z.date(),
  amountMinor: z.number().nullable(),
  currency: z.string().nullable(),
})
export type Unattended = z.infer<typeof Unattended>
export const UnattendedList = z.array(Unattended)
