import { describe, expect, it } from 'vitest'
import { isHeadingRow, proposeMapping } from '../../../worker/features/imports/rules/propose-mapping.ts'
import { draftOf, type OfficeOf } from '../../../worker/features/imports/rules/row-draft.ts'

const german: OfficeOf = { country: 'DE', currency: 'EUR', dates: 'day', year: 2026 }
const parts = (headings: string[], samples: string[][] = [], fields: Parameters<typeof proposeMapping>[2] = []) =>
  proposeMapping(headings, samples, fields).columns.map((target) =>
    target.to === 'part'
      ? target.part
      : target.to === 'new_field'
        ? `new ${target.kind}`
        : target.to === 'field'
          ? target.fieldId
          : '-',
  )

describe('what a column becomes', () => {
  it.each([
    [
      'English',
      'First Name,Last Name,E-mail Address,Mobile Phone,Home Street,ZIP,City,Date of Birth,Company,Job Title,Notes',
    ],
    ['German', 'Vorname,Nachname,E-Mail,Handy,Straße,PLZ,Ort,Geburtstag,Firma,Funktion,Bemerkung'],
    [
      'French',
      'Prénom,Nom de famille,Courriel,Téléphone,Rue,Code postal,Ville,Date de naissance,Société,Poste,Remarques',
    ],
    [
      'Spanish',
      'Nombre,Apellidos,Correo electrónico,Móvil,Dirección,Código postal,Ciudad,Fecha de nacimiento,Empresa,Cargo,Observaciones',
    ],
    [
      'Italian',
      'Nome,Cognome,Indirizzo e-mail,Cellulare,Indirizzo,CAP,Città,Data di nascita,Azienda,Ruolo,Annotazioni',
    ],
    [
      'Dutch',
      'Voornaam,Achternaam,E-mailadres,Mobiel,Straat,Postcode,Woonplaats,Geboortedatum,Bedrijf,Functie,Opmerkingen',
    ],
  ])('%s headings', (_, headings) => {
    expect(parts(headings.split(','))).toEqual([
      'givenName',
      'familyName',
      'email',
      'phone',
      'street',
      'postalCode',
      'city',
      'birthday',
      'company',
      'role',
      'note',
    ])
  })

  it.each([
    [
      ['Name', 'Vorname'],
      ['familyName', 'givenName'],
    ],
    [
      ['Nom', 'Prénom'],
      ['familyName', 'givenName'],
    ],
    [
      ['Nombre', 'Correo'],
      ['name', 'email'],
    ],
    [
      ['E-mail 1 - Value', 'Phone 2 - Value'],
      ['email', 'phone'],
    ],
    [
      ['In the list since', 'More emails'],
      ['-', 'email'],
    ],
  ])('%j', (headings, expected) => expect(parts(headings)).toEqual(expected))

  it('is told by what stands in it, or made a field of that kind', () => {
    const samples = [
      ['ann@x.test', '+49 30 901820', '38', 'yes', '2026-03-01', 'https://x.test', 'blue', '007'],
      ['bob@x.test', '030 901821', '12,5', 'no', '2026-04-01', 'www.y.test', 'red', '008'],
    ]
    expect(parts(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], samples)).toEqual([
      'email',
      'phone',
      'new number',
      'new flag',
      'new date',
      'new link',
      'new text',
      'new text',
    ])
    expect(parts(['Shoe Size'], [['38']], [{ id: 'f1', label: 'shoe size', kind: 'number' }])).toEqual(['f1'])
  })

  it('is nothing where a thousand columns would become fields', () => {
    const headings = Array.from({ length: 1000 }, (_, at) => `Field ${'x'.repeat(at + 1)}`)
    expect(new Set(parts(headings, [headings]))).toEqual(new Set(['-']))
  })

  it('tells headings from people', () => {
    expect(isHeadingRow(['Name', 'Foo'])).toBe(true)
    expect(isHeadingRow(['Ann', 'ann@x.test'])).toBe(false)
    expect(isHeadingRow(['Ann', '030 901820'])).toBe(false)
  })
})

describe('what a row says of somebody', () => {
  const headings = ['name', 'email', 'phone', 'street', 'city', 'birthday', 'company', 'role', 'tags', 'note'] as const
  const columns = headings.map((part) => ({ to: 'part' as const, part }))
  const row = (cells: Partial<Record<(typeof headings)[number], string>>) =>
    draftOf(
      headings.map((part) => cells[part] ?? ''),
      columns,
      new Map(),
      german,
    )

  it('is put together', () => {
    const drafted = row({
      name: ' Mara  Weber ',
      email: 'Mara <MARA@x.test>; m@x.test',
      phone: '030 901820',
      street: 'Am Kai 3',
      city: 'Berlin',
      birthday: '2.3.90',
      company: 'Kai',
      role: 'Chef',
      tags: 'a; b, a',
    })
    expect(drafted).toMatchObject({
      ok: true,
      draft: { name: 'Mara Weber', birthday: '1990-03-02', tags: ['a', 'b'], role: 'Chef' },
    })
    expect(drafted.ok && drafted.draft.addresses.map(({ value }) => value)).toEqual([
      'mara@x.test',
      'm@x.test',
      '+4930901820',
      'am kai 3, berlin',
    ])
  })

  it.each([
    [{ name: 'Ann', email: 'ann@' }, 'is not a mail address'],
    [{ name: 'Ann', phone: 'later' }, 'is not a phone number'],
    [{ name: 'Ann', birthday: '31.2.1990' }, 'is not a birthday'],
    [{ name: '', note: 'x' }, 'names nobody'],
    [{ name: 'x'.repeat(201) }, 'longer than 200 letters'],
    [{ name: 'Ann', note: 'x'.repeat(10_001) }, 'longer than 10,000 letters'],
  ])('%# is refused with what to do', (cells, why) =>
    expect(row(cells)).toMatchObject({ ok: false, why: expect.stringContaining(why) }),
  )

  it('tells of every fault at once', () => {
    const drafted = row({ name: 'Ann', email: 'x', phone: 'y' })
    expect(drafted.ok ? '' : drafted.why).toMatch(/mail address.*phone number/)
  })

  it('may be ragged: short rows are empty at their end, long ones refused unless nothing is lost', () => {
    const two = columns.slice(0, 2)
    expect(draftOf(['Ann'], two, new Map(), german)).toMatchObject({ ok: true })
    expect(draftOf(['Ann', 'ann@x.test', ' ', ''], two, new Map(), german)).toMatchObject({ ok: true })
    expect(draftOf(['Ann', 'ann@x.test', 'lost'], two, new Map(), german)).toMatchObject({
      ok: false,
      why: expect.stringContaining('3 cells under 2 headings'),
    })
  })

  it('keeps formulas as the text they are, and a placeholder as nothing', () => {
    expect(row({ name: '=HYPERLINK("x")', phone: 'n/a', email: '-' })).toMatchObject({
      ok: true,
      draft: { name: '=HYPERLINK("x")', addresses: [] },
    })
  })

  it('loses no position without a company', () => {
    expect(row({ name: 'Ann', role: 'Owner' })).toMatchObject({
      ok: true,
      draft: { note: 'Role: Owner', role: 'Owner' },
    })
  })
})
