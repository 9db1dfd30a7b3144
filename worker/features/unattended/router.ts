import { z } from 'zod'
import { member, router } from '../../trpc/procedures.ts'
import { UnattendedList } from './input.ts'
import { countUnattended, listUnattended } from './list-unattended.ts'

export const unattendedRouter = router({
  list: member.output(UnattendedList).query(({ ctx }) => listUnattended(ctx)),
  /** By itself, because the sidebar shows it everywhere. */
  count: member.output(z.number()).query(({ ctx }) => countUnattended(ctx)),
})
