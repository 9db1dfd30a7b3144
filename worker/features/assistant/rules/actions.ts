import { z } from 'zod'

export const ACTION_KINDS = [
  'create_contact',
  'update_contact',
  'create_task',
  'create_deal',
  'request_appointment',
  'draft_reply',
  'mark_spam',
] as const
export type ActionKind = (typeof ACTION_KINDS)[number]

const TITLE_LENGTH = 200
const REPLY_LENGTH = 20_000
const title = z.string().trim().min(1, 'Give it a title.').max(TITLE_LENGTH)
const found = z.array(z.string().min(1).max(TITLE_LENGTH)).max(10)

const ContactFields = z.object({ name: title.nullable(), phones: found, emails: found })

/** Something the assistant proposes to do, complete enough to be done with one key. */
export const Action = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('create_contact'), payload: ContactFields }),
  z.object({ kind: z.literal('update_contact'), payload: ContactFields }),
  z.object({ kind: z.literal('create_task'), payload: z.object({ title, dueOn: z.iso.date().nullable() }) }),
  z.object({
    kind: z.literal('create_deal'),
    payload: z.object({ title, amount: z.string().max(40).nullable() }),
  }),
  z.object({
    kind: z.literal('request_appointment'),
    payload: z.object({
      title,
      service: z.string().max(TITLE_LENGTH).nullable(),
      wantedAt: z.iso.datetime().nullable(),
      wantedOn: z.iso.date().nullable(),
    }),
  }),
  z.object({ kind: z.literal('draft_reply'), payload: z.object({ text: z.string().min(1).max(REPLY_LENGTH) }) }),
  z.object({ kind: z.literal('mark_spam'), payload: z.object({}) }),
])
export type Action = z.infer<typeof Action>
