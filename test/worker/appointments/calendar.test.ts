import { beforeAll, describe, expect, it } from 'vitest'
import { at, BERLIN } from '../../support/berlin-days.ts'
import { type Bookable, bookableOffice } from '../../support/bookable.ts'

let ours: Bookable
let theirs: Bookable
beforeAll(async () => {
  ours = await bookableOffice()
  theirs = await bookableOffice()
})

const key = () => crypto.randomUUID()
const day = { from: at('00:00'), to: at('00:00', 1) }

describe('the calendar', () => {
  it('of a day shows what reaches into it, and a sheet of it says how each is reached', async () => {
    const mara = await ours.caller.contacts.create.mutate({ name: 'Mara', email: null, phone: '030 901820' })
    const { id } = await ours.book(at('10:00'), { contactId: mara.id })
    await theirs.book(at('10:00'))
    const { ownerId } = ours
    const long = await ours.caller.appointments.block.mutate({
      ...{ key: key(), title: 'Fair', staffIds: [], resourceIds: [await chair()] },
      ...{ startsAt: at('08:00', -27), endsAt: at('09:00', 1) },
    })
    const shown = await ours.caller.appointments.calendar.query(day)
    expect(shown.map((each) => each.id)).toEqual([long.id, id])
    const sheet = await ours.caller.appointments.sheet.query(day)
    expect(sheet.map(({ contactName, phone }) => [contactName, phone])).toEqual([
      [null, null],
      ['Mara', '030 901820'],
    ])
    expect(sheet[1]).toMatchObject({ staffIds: [ownerId] })
  })

  it('lists what was of a contact, the last first, and nothing that is to come', async () => {
    const carl = await ours.caller.contacts.create.mutate({ name: 'Carl', email: null, phone: null })
    const ago = (hours: number) => new Date(Math.floor(Date.now() / 60_000) * 60_000 - hours * 3_600_000).toISOString()
    const old = await ours.book(ago(30), { contactId: carl.id, override: true })
    const newer = await ours.book(ago(6), { contactId: carl.id, override: true })
    const ahead = await ours.book(at('12:00'), { contactId: carl.id })
    const list = async (when: 'ahead' | 'past') =>
      (await ours.caller.appointments.list.query({ contactId: carl.id, when })).map(({ id }) => id)
    expect(await list('past')).toEqual([newer.id, old.id])
    expect(await list('ahead')).toEqual([ahead.id])
  })

  it('is told why the desk refuses, so that a screen knows what to offer', async () => {
    const { id } = await ours.book(at('14:00'))
    const refused = (call: Promise<unknown>) =>
      call.then(
        () => null,
        (error: { data?: { why?: string } }) => error.data?.why,
      )
    const move = (version: number, startsAt: string) =>
      ours.caller.appointments.move.mutate({
        key: key(),
        id,
        version,
        startsAt,
        timeZone: BERLIN,
        staffIds: [ours.ownerId],
      })
    expect(await refused(move(1, at('10:30')))).toBe('taken')
    expect(await refused(move(1, at('20:00')))).toBe('not_offered')
    expect(await refused(move(7, at('15:00')))).toBe('overtaken')
  })
})

async function chair(): Promise<string> {
  return (await ours.caller.resources.add.mutate({ kind: 'chair', name: 'Chair' })).id
}
