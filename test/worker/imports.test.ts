import { exports } from 'cloudflare:workers'
import { getTableName } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { officeTables } from '../../db/schema/index.ts'
import { checked, everythingBut, imported, refusedFile, send, sent, still, undone } from '../support/imports.ts'
import { colleagueOf } from '../support/inside.ts'
import { ORIGIN, ownerWithOffice, type Person } from '../support/people.ts'

type Office = { owner: Person; officeId: string }
let ours: Office
let theirs: Office
let viewer: Person
beforeAll(async () => {
  ours = await ownerWithOffice('Salon Ours')
  theirs = await ownerWithOffice('Salon Theirs')
  viewer = await colleagueOf(ours.owner, ours.officeId, 'viewer')
})

const tables = Object.values(officeTables).map(getTableName)
const everything = (office: Office) => everythingBut(office.officeId, tables)
const named = async ({ owner }: Office, text: string) =>
  (await owner.caller.contacts.list.query({ text })).rows.filter(({ name }) => name.startsWith(text))
const unique = () => crypto.randomUUID().slice(0, 8).replaceAll(/\d/g, 'x')

describe('a file of contacts', () => {
  it('is read, tried, imported, and undone without a trace', async () => {
    const office = await ownerWithOffice()
    const { caller } = office.owner
    await caller.contacts.create.mutate({ name: 'Mara Weber', email: 'mara@customer.test', phone: null })
    const before = await everything(office)
    const csv = [
      'Vorname;Nachname;E-Mail;Telefon;Straße;PLZ;Ort;Geburtstag;Firma;Position;Schlagworte;Bemerkung;Hautton',
      'Mara;Weber;MARA@customer.test;030 901820;Am Kai 3;10115;Berlin;02.03.1990;Kai GmbH;Chefin;Stammkunde, VIP;Mag Tee;hell',
      'Tom;Weber;mara@customer.test;;;;;;;;;;dunkel',
      'Olga;Okt;olga@customer.test;0171 1234567;;;;1.4.;Kai GmbH;;VIP;;',
      'Olga;Okt;olga@customer.test;030 555123;;;;;;;;;',
      ';;nobody;;;;;;;;;;',
    ].join('\r\n')
    const id = await sent(office.owner, 'kunden.csv', csv)
    const preview = await caller.imports.preview.query({ id })
    expect(preview).toMatchObject({ isRemembered: false, readAs: 'Columns divided by semicolons, letters in UTF-8' })
    expect(preview.mapping.columns.at(-1)).toEqual({ to: 'new_field', label: 'Hautton', kind: 'text' })
    const dry = await checked(office.owner, id, preview.mapping)
    const counts = { rows: 5, created: 2, updated: 1, unchanged: 0, repeated: 1, refused: 1, guessed: 0 }
    expect(dry).toMatchObject({ state: 'checked', counts, undo: null })
    expect(await everything(office)).toEqual(before)
    expect(await refusedFile(office.owner, id)).toContain(
      '“nobody” is not a mail address. Mend it, or leave the cell empty.',
    )
    await caller.imports.run.mutate({ id, mapping: preview.mapping })
    expect(await still(office.owner, id, ['done', 'failed'])).toMatchObject({ state: 'done', counts, mayUndo: true })
    const [mara] = await named(office, 'Mara')
    expect(mara?.addresses.map(({ kind, value }) => [kind, value])).toEqual([
      ['email', 'mara@customer.test'],
      ['phone', '+4930901820'],
      ['postal', 'am kai 3, 10115 berlin'],
    ])
    expect(await caller.contacts.byId.query({ id: mara!.id })).toMatchObject({ birthday: '1990-03-02', version: 2 })
    expect(await named(office, 'Tom')).toHaveLength(1)
    expect((await named(office, 'Olga'))[0]?.addresses).toHaveLength(3)
    expect((await caller.tags.ofContact.query({ contactId: mara!.id })).map((tag) => tag.name)).toEqual([
      'Stammkunde',
      'VIP',
    ])
    expect((await caller.notes.list.query({ contactId: mara!.id })).map((note) => note.text)).toEqual(['Mag Tee'])
    expect(await undone(office.owner, id)).toMatchObject({ undo: 'undone', mayUndo: false })
    expect(await everything(office)).toEqual(before)
    expect(await caller.imports.kept.query({ id })).toEqual([])
    const again = await sent(office.owner, 'kunden.csv', csv)
    expect((await caller.imports.preview.query({ id: again })).isRemembered).toBe(false)
  })

  it('leaves and names whoever was touched since, with all that is theirs, and gives back field by field', async () => {
    const office = await ownerWithOffice()
    const { caller } = office.owner
    const old = await caller.contacts.create.mutate({ name: 'Olda Alt', email: 'olda@customer.test', phone: null })
    const csv =
      'Name,Email,Birthday,Shoe size\nOlda Alt,olda@customer.test,1980-01-02,38\nNeil Neu,neil@customer.test,,44\nGone Girl,gone@customer.test,,40\n'
    const { id } = await imported(office.owner, 'shoes.csv', csv)
    const [neil] = await named(office, 'Neil')
    await caller.tasks.create.mutate({ title: 'Call Neil', dueOn: null, contactId: neil!.id })
    await caller.contacts.rename.mutate({ id: old.id, version: 2, name: 'Olda Jung' })
    await undone(office.owner, id)
    expect(await caller.contacts.byId.query({ id: old.id })).toMatchObject({ name: 'Olda Jung', birthday: null })
    expect((await named(office, 'Neil'))[0]?.addresses).toMatchObject([{ value: 'neil@customer.test' }])
    expect(await named(office, 'Gone')).toEqual([])
    const kept = await caller.imports.kept.query({ id })
    expect(kept).toEqual([
      { record: 'contact', id: neil!.id, name: 'Neil Neu' },
      { record: 'other', id: expect.any(String), name: 'Shoe size' },
    ])
  })

  it('is remembered by its headings, and twice changes nothing', async () => {
    const office = await ownerWithOffice()
    const csv = `Who,Shoe size\nAda ${unique()},38\n`
    const mapping = {
      columns: [
        { to: 'part' as const, part: 'name' as const },
        { to: 'new_field' as const, label: 'Size', kind: 'number' as const },
      ],
    }
    await imported(office.owner, 'one.csv', csv, mapping)
    const id = await sent(office.owner, 'two.csv', csv)
    const preview = await office.owner.caller.imports.preview.query({ id })
    expect(preview).toMatchObject({ isRemembered: true, fields: [{ label: 'Size', kind: 'number' }] })
    expect(preview.mapping.columns[1]).toMatchObject({ to: 'field', fieldId: preview.fields[0]!.id })
  })

  it('of another office is not found, and a viewer imports nothing', async () => {
    const id = await sent(ours.owner, 'ours.csv', 'Name\nZinnober\n')
    const { mapping } = await ours.owner.caller.imports.preview.query({ id })
    const { imports } = theirs.owner.caller
    const asks = [
      () => imports.byId.query({ id }),
      () => imports.preview.query({ id }),
      () => imports.run.mutate({ id, mapping }),
      () => imports.check.mutate({ id, mapping }),
      () => imports.kept.query({ id }),
      () => imports.stop.mutate({ id }),
    ]
    for (const ask of asks) await expect(ask()).rejects.toThrow('does not exist')
    await expect(refusedFile(theirs.owner, id)).rejects.toThrow('does not exist')
    expect((await send(viewer, 'a.csv', 'Name\nA\n')).status).toBe(403)
    await expect(viewer.caller.imports.run.mutate({ id, mapping })).rejects.toThrow('You may look')
    const from = { 'content-type': 'text/csv', cookie: ours.owner.cookie, origin: 'https://elsewhere.test' }
    const foreign = await exports.default.fetch(`${ORIGIN}/api/imports?name=a.csv`, {
      method: 'POST',
      headers: from,
      body: 'Name\nA\n',
    })
    expect(foreign.status).toBe(403)
  })

  it('that is no table says what to do', async () => {
    expect(await (await send(ours.owner, 'book.xlsx', 'PK')).text()).toContain('save it as CSV')
    expect(await (await send(ours.owner, 'empty.csv', '')).text()).toContain('empty')
    const id = await sent(ours.owner, 'blank.csv', '\n\n \n')
    await expect(ours.owner.caller.imports.preview.query({ id })).rejects.toThrow('nothing in this file')
    const wide = await sent(ours.owner, 'wide.csv', `${Array.from({ length: 1001 }, (_, at) => `c${at}`).join(',')}\n`)
    await expect(ours.owner.caller.imports.preview.query({ id: wide })).rejects.toThrow('1,001 columns')
  })
})
