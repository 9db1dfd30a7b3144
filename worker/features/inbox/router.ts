import { z } from 'zod'
import { member, router } from '../../trpc/procedures.ts'
import { aboutWhom, setContact } from './about.ts'
import { markRead, setStatus } from './change-conversation.ts'
import {
  About,
  ConversationId,
  ConversationPage,
  ConversationShown,
  InboxStep,
  ListConversations,
  MarkRead,
  ReadConversation,
  SaveDraft,
  SendDraft,
  SetContact,
  SetStatus,
  SettleMessage,
  TestMailSent,
  WriteReply,
} from './input.ts'
import { listConversations } from './list-conversations.ts'
import { readConversation } from './read-conversation.ts'
import { sendTestMail } from './send-test-mail.ts'
import { settleMessage } from './settle-message.ts'
import { saveDraft, sendDraft, writeReply } from './write-reply.ts'

const Changed = z.object({ id: z.string() })

export const inboxRouter = router({
  conversations: member
    .input(ListConversations)
    .output(ConversationPage)
    .query(({ ctx, input }) => listConversations(ctx, input)),
  about: member
    .input(ConversationId)
    .output(About)
    .query(({ ctx, input }) => aboutWhom(ctx, input)),
  setContact: member
    .input(SetContact)
    .output(InboxStep)
    .mutation(({ ctx, input }) => setContact(ctx, input)),
  conversation: member
    .input(ReadConversation)
    .output(ConversationShown)
    .query(({ ctx, input }) => readConversation(ctx, input)),
  setStatus: member
    .input(SetStatus)
    .output(Changed)
    .mutation(({ ctx, input }) => setStatus(ctx, input)),
  markRead: member
    .input(MarkRead)
    .output(Changed)
    .mutation(({ ctx, input }) => markRead(ctx, input)),
  writeReply: member
    .input(WriteReply)
    .output(Changed)
    .mutation(({ ctx, input }) => writeReply(ctx, input)),
  saveDraft: member
    .input(SaveDraft)
    .output(Changed)
    .mutation(({ ctx, input }) => saveDraft(ctx, input)),
  sendDraft: member
    .input(SendDraft)
    .output(Changed)
    .mutation(({ ctx, input }) => sendDraft(ctx, input)),
  settleMessage: member
    .input(SettleMessage)
    .output(Changed)
    .mutation(({ ctx, input }) => settleMessage(ctx, input)),
  sendTestMail: member.output(TestMailSent).mutation(({ ctx }) => sendTestMail(ctx)),
})
