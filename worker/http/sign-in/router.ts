import { z } from 'zod'
import { account, router, visitor } from '../../trpc/procedures.ts'
import { EndSession, LocalMail, LocalMails, Rename, SessionShown, WhoAmI } from './input.ts'
import { localMails } from './local-mails.ts'
import { rename } from './rename.ts'
import { SecondFactorShown } from './second-factor/input.ts'
import { readSecondFactor } from './second-factor/read-second-factor.ts'
import { endOneSession, endOthers, listSessions } from './sessions.ts'
import { whoAmI } from './who-am-i.ts'

export const signInRouter = router({
  /** Who is signed in, in which office, and in which others they work. Null: nobody. */
  whoAmI: visitor.output(WhoAmI.nullable()).query(async ({ ctx }) => whoAmI(ctx.ctx, await ctx.session())),
  secondFactor: account.output(SecondFactorShown).query(({ ctx }) => readSecondFactor(ctx.ctx, ctx.account.id)),
  rename: account
    .input(Rename)
    .output(z.void())
    .mutation(({ ctx, input }) => rename(ctx, input)),
  sessions: account.output(z.array(SessionShown)).query(({ ctx }) => listSessions(ctx)),
  endSession: account
    .input(EndSession)
    .output(z.void())
    .mutation(({ ctx, input }) => endOneSession(ctx, input)),
  endOtherSessions: account.output(z.void()).mutation(({ ctx }) => endOthers(ctx)),
  localMails: visitor
    .input(LocalMails)
    .output(z.array(LocalMail))
    .query(({ ctx, input }) => localMails(ctx.ctx, input)),
})
