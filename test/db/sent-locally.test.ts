import { describe, expect, it } from 'vitest'
import { dialect } from '#dialect'
import { recordSentLocally, sentLocallyBy, sentLocallyTo } from '../../db/queries/sent-locally.ts'
import { at, ours, theirs } from './rows.ts'
import { testDatabase } from './two-offices.ts'

const database = testDatabase()
const mail = (sendId: string, officeId: string | null) => ({
  sendId,
  officeId,
  to: 'ann@example.com',
  subject: `Subject ${sendId}`,
  text: 'Hello',
})

describe(`mail that was sent locally on ${dialect}`, () => {
  it('is kept once, however often it is sent', async () => {
    const { db } = database
    await recordSentLocally(db, mail('1', ours), at(1))
    await recordSentLocally(db, { ...mail('1', ours), text: 'Again' }, at(2))
    expect(await sentLocallyBy(db, ours, 9)).toMatchObject([{ id: '1', text: 'Hello', sentAt: at(1) }])
  })

  it('is shown to the office it is of, the newest first', async () => {
    const { db } = database
    for (const n of [1, 3, 2]) await recordSentLocally(db, mail(`${n}`, ours), at(n))
    await recordSentLocally(db, mail('theirs', theirs), at(4))
    await recordSentLocally(db, mail('sign-in', null), at(5))
    expect((await sentLocallyBy(db, ours, 2)).map((row) => row.id)).toEqual(['3', '2'])
    expect((await sentLocallyBy(db, theirs, 9)).map((row) => row.id)).toEqual(['theirs'])
  })

  it('of the sign-in is found by its address, and no office’s mail is', async () => {
    const { db } = database
    await recordSentLocally(db, mail('office', ours), at(1))
    await recordSentLocally(db, mail('sign-in', null), at(2))
    await recordSentLocally(db, { ...mail('other', null), to: 'ben@example.com' }, at(3))
    expect((await sentLocallyTo(db, 'ann@example.com', 9)).map((row) => row.id)).toEqual(['sign-in'])
  })
})
