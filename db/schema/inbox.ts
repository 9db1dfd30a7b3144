import { flag, foreignKey, index, instant, json, primaryKey, table, text, uniqueIndex, whole } from '#dialect'
import { INTENTS } from '../../worker/features/assistant/rules/intents.ts'
import { createdAt, ofOffice } from './columns.ts'
import { contacts } from './contacts.ts'

export const INBOUND_SOURCES = ['cloudflare', 'sendgrid', 'mailgun', 'generic', 'twilio'] as const
export type InboundSource = (typeof INBOUND_SOURCES)[number]

/** What arrived at a door, before anyone read it. The raw message lies in R2 under `rawKey`. */
export const inbound = table(
  'inbound',
  {
    ...ofOffice(),
    source: text('source', { enum: INBOUND_SOURCES }).notNull(),
    /** What makes a second delivery of the same thing recognisable: the hash of the raw message and its recipient. */
    sourceKey: text('source_key').notNull(),
    rawKey: text('raw_key').notNull(),
    rawBytes: whole('raw_bytes').notNull(),
    envelopeFrom: text('envelope_from').notNull(),
    envelopeTo: text('envelope_to').notNull(),
    status: text('status', { enum: ['stored', 'filed'] }).notNull(),
    messageId: text('message_id'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.id] }),
    uniqueIndex('inbound_source').on(t.officeId, t.source, t.sourceKey),
  ],
)

/**
 * Webhook tokens that were used: a captured signature must not open a door twice. They belong to no office and stand in the
 * directory, because one key signs for all offices: what opened one office's door must not open another's.
 */
export const burntTokens = table(
  'burnt_tokens',
  {
    source: text('source', { enum: INBOUND_SOURCES }).notNull(),
    token: text('token').notNull(),
    /** The SHA-256 of the body it came with: the vendor may repeat itself, a forger would say something else. */
    contentHash: text('content_hash').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.source, t.token] }), index('burnt_tokens_expiry').on(t.expiresAt)],
)

export const CONVERSATION_STATUSES = ['open', 'done', 'spam'] as const
export type ConversationStatus = (typeof CONVERSATION_STATUSES)[number]

export const conversations = table(
  'conversations',
  {
    ...ofOffice(),
    contactId: text('contact_id'),
    subject: text('subject').notNull(),
    /** The subject, folded for searching. */
    subjectKey: text('subject_key').notNull(),
    /** What the newest message that was understood wants. */
    intent: text('intent', { enum: INTENTS }),
    status: text('status', { enum: CONVERSATION_STATUSES }).notNull().default('open'),
    /** One line of the newest message, its sender, and when it came: what the list shows. */
    preview: text('preview').notNull(),
    lastFrom: text('last_from').notNull(),
    lastMessageAt: instant('last_message_at').notNull(),
    unread: flag('unread').notNull().default(true),
    version: whole('version').notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.id] }),
    foreignKey({ columns: [t.officeId, t.contactId], foreignColumns: [contacts.officeId, contacts.id] }),
    index('conversations_list').on(t.officeId, t.status, t.lastMessageAt, t.id),
    index('conversations_contact').on(t.officeId, t.contactId, t.lastMessageAt),
  ],
)

/** Every Message-ID that a conversation is known by, seen or only referred to: arrival order must not matter. */
export const threadKeys = table(
  'thread_keys',
  {
    officeId: ofOffice().officeId,
    key: text('key').notNull(),
    conversationId: text('conversation_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.key] }),
    foreignKey({
      columns: [t.officeId, t.conversationId],
      foreignColumns: [conversations.officeId, conversations.id],
    }),
    index('thread_keys_conversation').on(t.officeId, t.conversationId),
  ],
)

export type MailAddress = { name: string; address: string }
/** A range of the text, unchanged: what is folded on the screen is never cut. */
export type FoldRange = { start: number; end: number; kind: 'reply' | 'quote' | 'signature' | 'header' }

export const MESSAGE_STATES = [
  'received',
  'unreadable',
  'draft',
  'queued',
  'sending',
  'sent',
  'failed',
  'unknown',
] as const
export type MessageState = (typeof MESSAGE_STATES)[number]

export const messages = table(
  'messages',
  {
    ...ofOffice(),
    conversationId: text('conversation_id').notNull(),
    contactId: text('contact_id'),
    direction: text('direction', { enum: ['in', 'out'] }).notNull(),
    state: text('state', { enum: MESSAGE_STATES }).notNull(),
    /** One logical message, however often and by whichever door it was delivered. */
    messageKey: text('message_key').notNull(),
    internetMessageId: text('internet_message_id'),
    references: json<string[]>('reference_ids').notNull(),
    from: json<MailAddress>('from_address').notNull(),
    to: json<MailAddress[]>('to_addresses').notNull(),
    cc: json<MailAddress[]>('cc_addresses').notNull(),
    /** Where the sender wants answers to go, when that is not where the mail came from. */
    replyTo: json<MailAddress>('reply_to'),
    subject: text('subject').notNull(),
    /** The text as it came, up to a limit; the whole always lies in R2. */
    text: text('text').notNull(),
    /** The words of subject and text, folded for searching, each once. */
    textKey: text('text_key').notNull().default(''),
    textIsWhole: flag('text_is_whole').notNull().default(true),
    ranges: json<FoldRange[]>('ranges').notNull(),
    rawKey: text('raw_key'),
    /** The safe display copy of the HTML part. */
    htmlKey: text('html_key'),
    blockedImages: whole('blocked_images').notNull().default(0),
    /** Sent by a machine or to a list: it gets no contact and no automatic answer. */
    isBulk: flag('is_bulk').notNull().default(false),
    /** What went wrong while reading it, in sentences. */
    notes: json<string[]>('notes').notNull(),
    /** Who wrote it, when a member did. */
    authorId: text('author_id'),
    /** When it was received or written: the order of the conversation. */
    at: instant('at').notNull(),
    /** What its Date header says, which may be anything. */
    sentAt: instant('sent_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.id] }),
    foreignKey({
      columns: [t.officeId, t.conversationId],
      foreignColumns: [conversations.officeId, conversations.id],
    }),
    foreignKey({ columns: [t.officeId, t.contactId], foreignColumns: [contacts.officeId, contacts.id] }),
    uniqueIndex('messages_key').on(t.officeId, t.messageKey),
    index('messages_conversation').on(t.officeId, t.conversationId, t.at, t.id),
  ],
)

export const attachments = table(
  'attachments',
  {
    ...ofOffice(),
    messageId: text('message_id').notNull(),
    name: text('name').notNull(),
    type: text('type').notNull(),
    bytes: whole('bytes').notNull(),
    fileKey: text('file_key').notNull(),
    contentId: text('content_id'),
    position: whole('position').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.id] }),
    foreignKey({ columns: [t.officeId, t.messageId], foreignColumns: [messages.officeId, messages.id] }),
    uniqueIndex('attachments_position').on(t.officeId, t.messageId, t.position),
  ],
)

export type Inbound = typeof inbound.$inferSelect
export type NewInbound = typeof inbound.$inferInsert
export type Conversation = typeof conversations.$inferSelect
export type NewConversation = typeof conversations.$inferInsert
export type Message = typeof messages.$inferSelect
export type NewMessage = typeof messages.$inferInsert
export type Attachment = typeof attachments.$inferSelect
export type NewAttachment = typeof attachments.$inferInsert
