/** Something small that goes along with a mail of ours, such as an invitation for a calendar. */
export type MailAttachment = { name: string; type: string; text: string }
