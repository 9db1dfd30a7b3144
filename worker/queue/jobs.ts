import { z } from 'zod'
import { BulkJob } from '../features/views/bulk/asked.ts'
import { OfficeId } from '../kernel/ids.ts'

/** Every kind of work that waits in an outbox. Jobs carry ids, never contents: they re-read the truth when they run. */
export const Job = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file_message'), inboundId: z.string() }),
  z.object({ kind: z.literal('understand_message'), messageId: z.string() }),
  z.object({ kind: z.literal('send_message'), messageId: z.string() }),
  z.object({ kind: z.literal('send_invitation'), invitationId: z.string() }),
  z.object({ kind: z.literal('remind_of_task'), taskId: z.string(), userId: z.string(), remindAtMs: z.number().int() }),
  BulkJob,
  z.object({ kind: z.literal('appointment_changed'), appointmentId: z.string(), deskVersion: z.number().int() }),
  z.object({
    kind: z.literal('send_customer_message'),
    messageId: z.string(),
    /** The how-manieth sending this is: a job of an earlier one sends nothing. */
    sending: z.number().int(),
    /** A member asked for it to be sent now, whatever the hour. */
    isAsked: z.boolean(),
  }),
  z.object({ kind: z.literal('plan_messages_again'), after: z.string() }),
  z.object({ kind: z.literal('read_text'), inboundId: z.string() }),
  z.object({ kind: z.literal('undo_act'), actId: z.string() }),
  z.object({ kind: z.literal('check_import'), importId: z.string() }),
  z.object({ kind: z.literal('run_import'), importId: z.string() }),
  z.object({ kind: z.literal('read_calendar'), sourceId: z.string() }),
  z.object({ kind: z.literal('check_calendar_import'), importId: z.string() }),
  z.object({ kind: z.literal('run_calendar_import'), importId: z.string() }),
  z.object({ kind: z.literal('undo_calendar_import'), importId: z.string() }),
])
export type Job = z.infer<typeof Job>

/** What travels through the queue: where the job's row is to be found. */
export const JobMessage = z.object({ officeId: OfficeId, jobId: z.string() })
export type JobMessage = z.infer<typeof JobMessage>
