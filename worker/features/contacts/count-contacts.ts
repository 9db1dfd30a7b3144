import { countContacts as count } from '../../../db/queries/contact-list.ts'
import type { OfficeCtx } from '../../context.ts'

/** How many living contacts the office has. */
export const countContacts = ({ db, officeId }: Pick<OfficeCtx, 'db' | 'officeId'>): Promise<number> =>
  count(db, officeId)
