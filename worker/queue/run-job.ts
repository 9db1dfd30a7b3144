import type { OfficeCtx } from '../context.ts'
import { takeBackAll } from '../features/acts/undo-act.ts'
import { followChange } from '../features/appointments/follow-change.ts'
import { understandMessage } from '../features/assistant/understand-message.ts'
import { checkCalendarImport } from '../features/calendars/check-import.ts'
import { readSource } from '../features/calendars/read-source.ts'
import { runCalendarImport } from '../features/calendars/run-import.ts'
import { undoCalendarImport } from '../features/calendars/undo-import.ts'
import { planAgain } from '../features/customer-messages/plan-again.ts'
import { readText } from '../features/customer-messages/read-text.ts'
import { sendCustomerMessage } from '../features/customer-messages/send-customer-message.ts'
import { checkImport } from '../features/imports/check-import.ts'
import { runImport } from '../features/imports/run-import.ts'
import { fileMessage } from '../features/inbox/file-message.ts'
import { sendMessage } from '../features/inbox/send-message.ts'
import { sendInvitation } from '../features/office/jobs.ts'
import { mailReminder } from '../features/tasks/mail-reminder.ts'
import { bulkPiece } from '../features/views/bulk/bulk-piece.ts'
import type { Job } from './jobs.ts'

/** Gives a job to the feature that knows how to do it. Each is safe to run twice. */
export function runJob(needs: OfficeCtx, job: Job): Promise<void> {
  switch (job.kind) {
    case 'file_message':
      return fileMessage(needs, job.inboundId)
    case 'understand_message':
      return understandMessage(needs, job.messageId)
    case 'send_message':
      return sendMessage(needs, job.messageId)
    case 'remind_of_task':
      return mailReminder(needs, job)
    case 'bulk_piece':
      return bulkPiece(needs, job)
    case 'appointment_changed':
      return followChange(needs, job)
    case 'send_customer_message':
      return sendCustomerMessage(needs, job)
    case 'plan_messages_again':
      return planAgain(needs, job.after)
    case 'read_text':
      return readText(needs, job.inboundId)
    case 'undo_act':
      return takeBackAll(needs, job.actId)
    case 'check_import':
      return checkImport(needs, job.importId)
    case 'run_import':
      return runImport(needs, job.importId)
    case 'read_calendar':
      return readSource(needs, job.sourceId)
    case 'check_calendar_import':
      return checkCalendarImport(needs, job.importId)
    case 'run_calendar_import':
      return runCalendarImport(needs, job.importId)
    case 'undo_calendar_import':
      return undoCalendarImport(needs, job.importId)
    case 'send_invitation':
      return sendInvitation(needs, job.invitationId)
  }
}
