import { contextFor } from './context.ts'
import { receiveEmail } from './email-door.ts'
import type { Env } from './env.ts'
import { app } from './http/app.ts'
import { consume } from './queue/consumer.ts'
import { sweep } from './queue/sweep.ts'

export { OfficeDesk } from '../durable-objects/office-desk.ts'

export default {
  fetch: app.fetch,
  queue: (batch, env) => consume(contextFor(env, crypto.randomUUID()), batch),
  email: (message, env) => receiveEmail(contextFor(env, crypto.randomUUID()), message),
  scheduled: (_controller, env) => sweep(contextFor(env, crypto.randomUUID())),
} satisfies ExportedHandler<Env>
