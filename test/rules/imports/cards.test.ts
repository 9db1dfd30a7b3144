import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardRows } from '../../../worker/features/imports/rules/vcard/card-rows.ts'
import { CARD_HEADINGS } from '../../../worker/features/imports/rules/vcard/read-card.ts'
import { writeCard } from '../../../worker/features/imports/rules/vcard/write-card.ts'

function read(text: string | Uint8Array, size = 11) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const reader = cardRows('utf-8', 0)
  const rows = []
  for (let at = 0; at < bytes.length; at += size) rows.push(...reader.push(bytes.subarray(at, at + size)))
  rows.push(...reader.end())
  return rows.map(({ cells, refusal, ...place }) => ({
    ...place,
    refusal,
    said: Object.fromEntries(
      CARD_HEADINGS.map((heading, at) => [heading, cells[at] ?? '']).filter(([, value]) => value !== ''),
    ),
  }))
}

describe('an address card', () => {
  it('of version 2.1 with quoted-printable in two charsets is read whole', () => {
    const card = [
      'BEGIN:VCARD',
      'VERSION:2.1',
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BCrgen;;Dr.;',
      'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Dr. J=C3=BCrgen M=C3=BC=',
      'ller',
      'TEL;CELL;PREF:0171 1234567',
      'EMAIL;INTERNET:j@x.test',
      'ADR;HOME;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:;;Gr=FCner Weg 1;K=F6ln;;50667;Deutschland',
      'NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo',
      'PHOTO;ENCODING=BASE64;JPEG:AAAA',
      ' BBBB',
      '',
      'END:VCARD',
      '',
    ].join('\r\n')
    expect(read(card)[0]).toMatchObject({
      refusal: null,
      said: {
        name: 'Dr. Jürgen Müller',
        givenName: 'Jürgen',
        familyName: 'Müller',
        phone: '0171 1234567',
        email: 'j@x.test',
        street: 'Grüner Weg 1',
        city: 'Köln',
        postalCode: '50667',
        country: 'Deutschland',
      },
    })
  })

  it('of version 3 and 4 with folding, groups, escapes and several values', () => {
    const card =
      'BEGIN:VCARD\nVERSION:4.0\nFN:Ann\\, B\n  ell\nitem1.EMAIL;TYPE="work,pref":a@x.test\nEMAIL:b@x.test\nTEL;VALUE=uri:tel:+49-30-1\nORG:Kai\\; Co;Sales\nTITLE:Chef\nBDAY:19900302\nCATEGORIES:a,b\\,c\nNOTE:x\\ny\nURL:https://x.test\nEND:VCARD'
    expect(read(card)[0]?.said).toEqual({
      name: 'Ann, B ell',
      email: 'a@x.test\nb@x.test',
      phone: '+49-30-1',
      company: 'Kai; Co',
      role: 'Chef',
      birthday: '19900302',
      tags: 'a\nb,c',
      note: 'x\ny',
      other: 'URL: https://x.test',
    })
  })

  it('that is cut off, or too large, is refused by itself', () => {
    const rows = read(
      `BEGIN:VCARD\nFN:Ann\nEND:VCARD\nBEGIN:VCARD\nFN:Big\nPHOTO;ENCODING=b:${'A'.repeat(3_000_000)}\nEND:VCARD\nBEGIN:VCARD\nFN:Cut`,
      262_144,
    )
    expect(rows.map((row) => row.refusal)).toEqual([
      null,
      expect.stringContaining('Remove its picture'),
      expect.stringContaining('END:VCARD'),
    ])
  })

  it('is read as it was written, however it is cut', () => {
    const word = fc
      .string({ unit: fc.constantFrom('a', 'ü', '😀', ';', ',', '\\', ' b', '\n') })
      .map((text) => `n${text}n`)
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 3 }), fc.integer({ min: 1, max: 50 }), (name, tags, size) => {
        const written = writeCard({
          id: '1',
          name,
          birthday: '--03-02',
          emails: ['a@x.test'],
          phones: ['+49 30 1'],
          places: [],
          companies: [{ name, role: 'x' }],
          tags,
        })
        expect(written.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true)
        const [row] = read(written, size)
        expect(row?.said).toMatchObject({
          name,
          company: name,
          role: 'x',
          email: 'a@x.test',
          phone: '+49 30 1',
          birthday: '--03-02',
        })
        expect(row?.said.tags ?? '').toBe(tags.join('\n'))
      }),
    )
  })
})
