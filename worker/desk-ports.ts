import type { OfficeDesk } from '../durable-objects/office-desk.ts'
import type { Ctx } from './context.ts'
import type { DiaryPort } from './features/appointments/diary.ts'
import type { Desk } from './features/office/desk.ts'
import type { OfficeId } from './kernel/ids.ts'
import { Refusal } from './kernel/refusal.ts'

type Needs = Pick<Ctx, 'env' | 'log'>

/** The desk hears of what has been committed already, so that one out of reach fails nothing. */
export function deskOf(ctx: Needs, officeId: OfficeId): Desk {
  const told = async (tell: (desk: DurableObjectStub<OfficeDesk>) => Promise<unknown>) => {
    try {
      await tell(ctx.env.DESK.getByName(officeId))
    } catch (error) {
      ctx.log.fault('desk_not_reached', error, { officeId })
    }
  }
  return {
    announce: (changes) => told((desk) => desk.announce(changes)),
    endSockets: (userId) => told((desk) => desk.endSockets(userId)),
  }
}

/** Where time is decided. Whether a request arrived may be unknown, so that it has to be sent again with the same key. */
export function diaryOf(ctx: Needs, officeId: OfficeId): DiaryPort {
  const asked = async <Answer>(ask: (desk: DurableObjectStub<OfficeDesk>) => Promise<Answer>): Promise<Answer> => {
    try {
      return await ask(ctx.env.DESK.getByName(officeId))
    } catch (error) {
      ctx.log.fault('diary_not_reached', error, { officeId })
      throw new Refusal(
        'unavailable',
        'The calendar cannot be reached just now. Please try again; nothing is done twice.',
      )
    }
  }
  return {
    decide: (policy, request) => asked(async (desk) => await desk.decide(policy, request)),
    keep: (policy, request) => asked(async (desk) => await desk.keep(policy, request)),
    letGo: (policy, appointmentId) => asked(async (desk) => await desk.letGo(policy, appointmentId)),
    read: (appointmentId) => asked(async (desk) => await desk.read(appointmentId)),
    view: (policy, ask) => asked(async (desk) => await desk.view(policy, ask)),
    claims: (from, to, names) => asked(async (desk) => await desk.claimsBetween(from, to, names)),
    takeReading: (reading) => asked(async (desk) => await desk.takeReading(reading)),
    forgetCalendar: (id) => asked(async (desk) => await desk.forgetCalendar(id)),
    outside: (from, to) => asked(async (desk) => await desk.outside(from, to)),
    restore: (policy) =>
      asked(async (desk) => {
        const restored = await desk.restore(policy)
        if (!restored.ok) throw new Error(`The desk cannot be filled from the database: ${restored.why}.`)
      }),
    clear: () => asked(async (desk) => await desk.clear()),
  }
}
