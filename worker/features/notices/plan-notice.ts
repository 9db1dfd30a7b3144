import { insertNotice } from '../../../db/queries/notices.ts'
import type { Plan } from '../../../db/queries/plan.ts'
import type { NewNotice } from '../../../db/schema/notices.ts'
import type { OfficeCtx } from '../../context.ts'

type Told = Omit<NewNotice, 'officeId' | 'createdAt' | 'readAt'>

/** Tells a member something, in the same write as what it is about. Its id says what: nothing is told twice. */
export const planNotice = ({ officeId, now }: Pick<OfficeCtx, 'officeId' | 'now'>, notice: Told): Plan => ({
  write: (db) => [insertNotice(db, { officeId, ...notice, createdAt: now() })],
  effects: [],
  changes: [{ topic: 'notice', ids: [notice.userId], by: null }],
})
