import { z } from 'zod'
import { TimeCursor, TimeCursorSent } from '../../kernel/cursor.ts'
import { ACTION_KINDS, Action } from '../assistant/rules/actions.ts'
import { ENTITY_KINDS, INTENTS } from '../assistant/rules/intents.ts'

export const PAGE_SIZE = 40
const SEARCH_LENGTH = 100
const REPLY_LENGTH = 20_000

export const conversationId = z.string().meta({ ref: 'conversations' })
export const messageId = z.string().meta({ ref: 'messages' })
const status = z.enum(['open', 'done', 'spam'])

export const ConversationRow = z.object({
  id: z.string(),
  subject: z.string(),
  preview: z.string(),
  lastFrom: z.string(),
  lastMessageAt: z.date(),
  unread: z.boolean(),
  status,
  intent: z.enum(INTENTS).nullable(),
  contactId: z.string().nullable(),
  contactName: z.string().nullable(),
  /** How many suggestions wait for a member. */
  waiting: z.number(),
})
export const ListConversations = z.object({
  /** Null: whatever their status, for a search. */
  status: status.nullable().default('open'),
  contactId: z.string().meta({ ref: 'contacts' }).nullable().default(null),
  text: z.string().trim().max(SEARCH_LENGTH).default(''),
  cursor: TimeCursorSent.nullish(),
})
export const ConversationPage = z.object({
  rows: z.array(ConversationRow),
  next: TimeCursor.nullable(),
  unread: z.number(),
})

const MailAddressShown = z.object({ name: z.string(), address: z.string() })
const Evidence = z.object({ quote: z.string(), start: z.number(), end: z.number() })
export const SuggestionShown = z.object({
  id: z.string(),
  messageId: z.string(),
  conversationId: z.string(),
  kind: z.enum(ACTION_KINDS),
  action: Action,
  evidence: z.array(Evidence),
  confidence: z.number(),
  status: z.enum(['waiting', 'accepted', 'rejected', 'undone']),
  /** Null while it waits, and when the assistant applied it by itself. */
  decidedBy: z.string().nullable(),
  decidedAt: z.date().nullable(),
  version: z.number(),
  createdAt: z.date(),
})
export const IntakeShown = z.object({
  intent: z.enum(INTENTS),
  confidence: z.number(),
  language: z.string(),
  summary: z.array(Evidence.extend({ sentence: z.string() })),
  entities: z.array(Evidence.extend({ kind: z.enum(ENTITY_KINDS), value: z.string() })),
  flags: z.array(z.string()),
  reader: z.string(),
  fellBack: z.string().nullable(),
})
export const MessageShown = z.object({
  id: z.string(),
  direction: z.enum(['in', 'out']),
  state: z.enum(['received', 'unreadable', 'draft', 'queued', 'sending', 'sent', 'failed', 'unknown']),
  from: MailAddressShown,
  to: z.array(MailAddressShown),
  cc: z.array(MailAddressShown),
  /** Where the sender wants answers to go, when that is not where the mail came from. */
  replyTo: MailAddressShown.nullable(),
  subject: z.string(),
  text: z.string(),
  textIsWhole: z.boolean(),
  ranges: z.array(
    z.object({ start: z.number(), end: z.number(), kind: z.enum(['reply', 'quote', 'signature', 'header']) }),
  ),
  hasHtml: z.boolean(),
  hasRaw: z.boolean(),
  blockedImages: z.number(),
  notes: z.array(z.string()),
  at: z.date(),
  sentAt: z.date().nullable(),
  authorId: z.string().nullable(),
  attachments: z.array(z.object({ id: z.string(), name: z.string(), type: z.string(), bytes: z.number() })),
  intake: IntakeShown.nullable(),
})
export const ReadConversation = z.object({ id: conversationId, before: TimeCursorSent.nullish() })
export const ConversationShown = ConversationRow.omit({ waiting: true }).extend({
  /** Oldest first. */
  messages: z.array(MessageShown),
  /** Where the older messages end that are not among them. */
  older: TimeCursor.nullable(),
  suggestions: z.array(SuggestionShown),
})

/** Whom a conversation may be about: those who share the address that it came from. */
export const About = z.array(z.object({ id: z.string(), name: z.string() }))
export const ConversationId = z.object({ id: conversationId })
export const SetContact = z.object({ id: conversationId, contactId: z.string().meta({ ref: 'contacts' }) })
export const InboxStep = z.object({ actId: z.string().nullable(), title: z.string() })
export const SetStatus = z.object({ id: conversationId, status })
export const MarkRead = z.object({ id: conversationId, unread: z.boolean() })
const replyText = z.string().trim().min(1, 'The answer is empty.').max(REPLY_LENGTH)
export const SaveDraft = z.object({ id: messageId, text: replyText })
export const WriteReply = z.object({ conversationId, text: replyText })
/** `asSent`: it went out after all; otherwise it is sent once more. */
export const SettleMessage = z.object({ id: messageId, asSent: z.boolean() })
export const SendDraft = z.object({ id: messageId })
/** Whose mail is on its way. */
export const TestMailSent = z.object({ from: z.string(), subject: z.string() })
