import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../worker/trpc/router.ts'

type Inbox = inferRouterOutputs<AppRouter>['inbox']
export type ConversationRow = Inbox['conversations']['rows'][number]
export type Conversation = Inbox['conversation']
export type Message = Conversation['messages'][number]
export type Intake = NonNullable<Message['intake']>
export type Suggestion = Conversation['suggestions'][number]
export type Status = ConversationRow['status']
