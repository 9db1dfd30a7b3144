import { importById } from '../../../db/queries/imports.ts'
import type { Import } from '../../../db/schema/imports.ts'
import type { OfficeCtx } from '../../context.ts'
import { notFound } from '../../kernel/refusal.ts'

/** The import of this office, or the answer that there is none. */
export async function knownImport({ db, officeId }: Pick<OfficeCtx, 'db' | 'officeId'>, id: string): Promise<Import> {
  const row = await importById(db, officeId, id)
  if (!row) throw notFound('import')
  return row
}
