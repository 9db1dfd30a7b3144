import type { OfficeId } from '../../kernel/ids.ts'

// Every key starts with its office, so that one office's files are listed and removed by a prefix, and holds no name
// that a sender chose. A message's files go by its id: a job that runs twice writes the same files again.

export const officePrefix = (officeId: OfficeId) => `${officeId}/`
export const rawMailKey = (officeId: OfficeId, inboundId: string) => `${officeId}/inbound/${inboundId}.eml`
/** A text message as it came, with all that the carrier said of it. */
export const rawTextKey = (officeId: OfficeId, inboundId: string) => `${officeId}/inbound/${inboundId}.json`
export const textKey = (officeId: OfficeId, messageId: string) => `${officeId}/messages/${messageId}/text.txt`
export const htmlKey = (officeId: OfficeId, messageId: string) => `${officeId}/messages/${messageId}/display.html`
export const importPrefix = (officeId: OfficeId, importId: string) => `${officeId}/imports/${importId}/`
export const importKey = (officeId: OfficeId, importId: string) => `${importPrefix(officeId, importId)}file`
/** The rows that a step refused, piece by piece: the piece goes by its first row. */
export const refusedPrefix = (officeId: OfficeId, importId: string) => `${importPrefix(officeId, importId)}refused/`
export const refusedKey = (officeId: OfficeId, importId: string, row: number) =>
  `${refusedPrefix(officeId, importId)}${String(row).padStart(9, '0')}.csv`
export const seenKey = (officeId: OfficeId, importId: string) => `${importPrefix(officeId, importId)}seen.json`
/** The last good copy of another calendar, and a calendar file that is imported with what was planned of it. */
export const sourceKey = (officeId: OfficeId, sourceId: string) => `${officeId}/calendars/${sourceId}.ics`
export const calendarFileKey = (officeId: OfficeId, importId: string) => `${officeId}/calendar-imports/${importId}/file`
export const calendarPlanKey = (officeId: OfficeId, importId: string) =>
  `${officeId}/calendar-imports/${importId}/plan.json`
export const attachmentKey = (officeId: OfficeId, messageId: string, position: number) =>
  `${officeId}/messages/${messageId}/attachments/${position}`
export const recordFileKey = (officeId: OfficeId, fileId: string) => `${officeId}/files/${fileId}`
