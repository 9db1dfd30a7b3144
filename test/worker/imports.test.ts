import { exports } from 'cloudflare:workers'
import { getTableName } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { officeTables } from '../../db/schema/index.ts'
import { runImport } from '../../worker/features/imports/run-import.ts'
import { startImport } from '../../worker/features/imports/start-import.ts'
import { checked, everythingBut, imported, refusedFile, send, sent, still, undone } from '../support/imports.ts'
import { colleagueOf, insideOf } from '../support/inside.ts'
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
/** The same database, in which something else happens right before the first write. */
function interrupted<Database extends object>(db: Database, happens: () => Promise<unknown>): Database {
  let isDone = false
  return new Proxy(db, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (name !== 'batch' || typeof value !== 'function') return value
      return async (statements: unknown) => {
        if (!isDone) await happens()
        isDone = true
        return value.call(target, statements)
      }
    },
  })
}
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

describe('bad input', () => {
  const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
  const joined = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))
  const utf8 = (text: string) => new TextEncoder().encode(text)

  it('in three encodings at once loses no name and says which rows were guessed', async () => {
    const office = await ownerWithOffice()
    const dos = Uint8Array.of(0x4a, 0x81, 0x72, 0x67, 0x20, 0x44, 0x6f, 0x73, 0x0a)
    const file = joined(utf8('Name\n'), latin('J\u00fcrg Windows\nJ\u00f6rn Windows\n'), utf8('Jürg Unicode\n'), dos)
    const { counts } = await imported(office.owner, 'mixed.csv', file)
    expect(counts).toMatchObject({ created: 4, guessed: 2, refused: 0 })
    const { rows } = await office.owner.caller.contacts.list.query({})
    expect(rows.map(({ name }) => name).sort()).toEqual(['Jörn Windows', 'Jürg Dos', 'Jürg Unicode', 'Jürg Windows'])
  })

  it('in UTF-16 is read to its end', async () => {
    const office = await ownerWithOffice()
    const text = `\ufeffName\tEmail\n${Array.from({ length: 1200 }, (_, at) => `Jürg ${at}\tj${at}@customer.test`).join('\n')}\n`
    const wide = new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer)
    expect((await imported(office.owner, 'wide.csv', wide)).counts).toMatchObject({ created: 1200, refused: 0 })
  })

  it('with ragged rows, ten megabytes in one cell, a stray quote and formulas imports the others and hands these back', async () => {
    const office = await ownerWithOffice()
    const csv = `Name,Email\nShort\nLong,l@customer.test,lost\n"Huge ${'x'.repeat(10_000_000)}",h@customer.test\n"Stray,s@customer.test\n=cmd|calc,f@customer.test\n=cmd|calc,broken\nLast,last@customer.test\n`
    const { id, counts } = await imported(office.owner, 'bad.csv', csv)
    expect(counts).toMatchObject({ rows: 7, created: 3, refused: 4 })
    expect((await office.owner.caller.contacts.list.query({})).rows.map(({ name }) => name)).toEqual([
      '=cmd|calc',
      'Last',
      'Short',
    ])
    const file = await refusedFile(office.owner, id)
    expect(file).toContain('Long,l@customer.test,2,This row has 3 cells under 2 headings')
    expect(file).toContain('Shorten its longest cell')
    expect(file).toContain('Write the mark twice')
    expect(file).toContain('"\'=cmd|calc",broken,6')
    expect(file.length).toBeLessThan(3000)
  })

  it('of a thousand columns is imported, with those that were chosen', async () => {
    const office = await ownerWithOffice()
    const at = Array.from({ length: 998 }, (_, n) => n)
    const csv = `Name,Email,${at.map((n) => `c${n}`).join(',')}\nWide,w@customer.test,${at.join(',')}\n`
    expect(await imported(office.owner, 'wide.csv', csv)).toMatchObject({ state: 'done', counts: { created: 1 } })
  })

  it('as address cards of 1996 is read, and goes out as cards that come in again', async () => {
    const office = await ownerWithOffice()
    const cards =
      'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BCrgen\r\nTEL;CELL:0171 1234567\r\nORG:Kai GmbH\r\nTITLE:Chef\r\nADR:;;Am Kai 3;Berlin;;10115;\r\nEND:VCARD\r\n'
    expect((await imported(office.owner, 'cards.vcf', cards)).counts).toMatchObject({ created: 1, refused: 0 })
    const file = await exports.default.fetch(`${ORIGIN}/files/contacts.vcf`, {
      headers: { cookie: office.owner.cookie },
    })
    const text = await file.text()
    expect(text).toContain('FN:Jürgen Müller\r\nN:Müller;Jürgen;;;')
    expect(text).toContain('ADR:;;Am Kai 3;Berlin;;10115;\r\nORG:Kai GmbH\r\nTITLE:Chef')
    expect((await imported(office.owner, 'again.vcf', text)).counts).toMatchObject({ unchanged: 1, refused: 0 })
    expect((await exports.default.fetch(`${ORIGIN}/files/contacts.vcf`)).status).toBe(401)
  })

  it('to whom a contact is deleted meanwhile makes them anew, and loses neither', async () => {
    const office = await ownerWithOffice()
    const { caller } = office.owner
    const { id: contactId } = await caller.contacts.create.mutate({
      name: 'Mara Weber',
      email: 'mara@customer.test',
      phone: null,
    })
    const id = await sent(office.owner, 'a.csv', 'Name,Email,Birthday\nMara Weber,mara@customer.test,1990-03-02\n')
    const { mapping } = await caller.imports.preview.query({ id })
    const needs = await insideOf(office.officeId)
    const member = { userId: 'u', name: 'U', role: 'owner' as const }
    await startImport({ ...needs, jobs: { send: async () => {} }, member }, { id, mapping })
    await runImport(
      { ...needs, db: interrupted(needs.db, () => caller.trash.discard.mutate({ record: 'contact', id: contactId })) },
      id,
    )
    expect(await still(office.owner, id, ['done', 'failed'])).toMatchObject({ state: 'done' })
    const [anew, ...others] = await named(office, 'Mara')
    expect([anew?.id === contactId, others]).toEqual([false, []])
    const [trashed] = (await caller.acts.list.query({ kinds: ['trash'] })).rows
    expect(trashed).toMatchObject({ title: expect.stringContaining('Mara Weber') })
  })
})
