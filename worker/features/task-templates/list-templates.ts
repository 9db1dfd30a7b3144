import { templatesOf } from '../../../db/queries/task-templates.ts'
import type { TaskTemplate } from '../../../db/schema/task-templates.ts'
import type { OfficeCtx } from '../../context.ts'

/** The task templates of the office, in their order. */
export const listTemplates = ({ db, officeId }: Pick<OfficeCtx, 'db' | 'officeId'>): Promise<TaskTemplate[]> =>
  templatesOf(db, officeId)
