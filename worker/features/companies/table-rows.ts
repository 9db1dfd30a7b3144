import type { z } from 'zod'
import { companyRows, peopleOfAll } from '../../../db/queries/table/companies.ts'
import type { ListNeeds } from '../views/read-list.ts'
import type { TableRow } from './input.ts'

/** What the list shows of these companies, each with the people who are there now. */
export async function rowsOfCompanies({ db, officeId }: ListNeeds, ids: string[]): Promise<z.infer<typeof TableRow>[]> {
  const [rows, people] = await Promise.all([companyRows(db, officeId, ids), peopleOfAll(db, officeId, ids)])
  const theirs = Map.groupBy(people, (each) => each.companyId)
  return rows.map((row) => ({ ...row, people: (theirs.get(row.id) ?? []).map(({ name }) => name) }))
}
