import { describe, expect, it } from 'vitest'
import { dialect } from '#dialect'
import { insertContact, touchContact } from '../../db/queries/contacts.ts'
import { contactSource } from '../../db/queries/table/contacts.ts'
import { pageOfTable } from '../../db/queries/table/page.ts'
import { CONTACT_COLUMNS } from '../../worker/features/contacts/rules/columns.ts'
import { clock } from './plain-table.ts'
import { at, contact, ours, theirs } from './rows.ts'
import { run, testDatabase, writeInBoth } from './two-offices.ts'

const IDS = Array.from({ length: 23 }, (_, number) => `c${number}`)

const database = testDatabase(async (db) => {
  await writeInBoth(db, (db, officeId) => IDS.map((id) => insertContact(db, contact(officeId, id))))
  await run(...IDS.slice(0, 9).map((id, number) => touchContact(db, ours, id, at(50 - number))))
})

const byLastContact = (officeId = ours) =>
  pageOfTable(
    database.db,
    officeId,
    contactSource,
    {
      ...{ text: '', filter: { match: 'all', groups: [] }, sort: { column: 'lastContactAt', descending: true } },
      ...{ columns: CONTACT_COLUMNS, clock, currency: 'EUR' },
    },
    { after: null, limit: 50 },
  )

describe(`when somebody was last heard of, on ${dialect}`, () => {
  it('is nothing that another office knows', async () => {
    expect((await byLastContact()).filter(({ key }) => key !== null)).toHaveLength(9)
    expect((await byLastContact(theirs)).filter(({ key }) => key !== null)).toHaveLength(0)
  })

  it('is not set back', async () => {
    await run(touchContact(database.db, ours, 'c0', at(10)))
    expect((await byLastContact())[0]).toEqual({ id: 'c0', key: at(50).getTime() })
  })
})
