import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FormPart, formParts, partNamed, textNamed } from '../../worker/providers/inbound/form-parts.ts'
import { headerParameters } from '../../worker/providers/inbound/header-parameters.ts'
import { PARTS_MAX } from '../../worker/providers/inbound/multipart.ts'
import { BOUNDARY, latin1, MULTIPART, multipartBody, SHIFT_JIS, urlEncodedBody } from './forms.ts'

const URL_ENCODED = 'application/x-www-form-urlencoded; charset=utf-8'
const MEBIBYTE = 1024 * 1024
const plain = (parts: FormPart[] | null) => parts?.map(({ name, bytes }) => ({ name, bytes: new Uint8Array(bytes) }))
const names = fc.stringMatching(/^[a-zA-Z0-9-]{1,12}$/)

describe('a multipart form', () => {
  it('gives back every byte of every part, whatever the bytes', () => {
    const parts = fc.array(fc.record({ name: names, bytes: fc.uint8Array({ maxLength: 200 }) }), { maxLength: 8 })
    fc.assert(
      fc.property(parts, (sent) => {
        fc.pre(sent.length > 0)
        expect(plain(formParts(MULTIPART, multipartBody(sent)))).toEqual(sent)
      }),
    )
  })

  it('keeps names, file names and types, quoted or not', () => {
    const body = multipartBody([
      { name: 'a', filename: 'Zoë;"x.pdf'.replace('"', '\\"'), type: 'application/pdf', bytes: '1' },
    ])
    expect(formParts(`${MULTIPART}; charset=x`, body)).toMatchObject([
      { name: 'a', filename: 'Zoë;"x.pdf', type: 'application/pdf' },
    ])
    expect(formParts(`Multipart/Form-Data; Boundary="${BOUNDARY}"`, body)).toHaveLength(1)
  })

  it('takes a boundary inside a line, or at the head of a longer line, for content', () => {
    const content = `x --${BOUNDARY}\r\n\r\n--${BOUNDARY}more\r\n--${BOUNDARY}--more\r\n--${BOUNDARY.slice(0, -1)}\r\n\n--${BOUNDARY}\r\n`
    const parts = formParts(MULTIPART, multipartBody([{ name: 'a', bytes: content }]))
    expect(parts && textNamed(parts, 'a')).toBe(content)
  })

  it('passes over a preamble and an epilogue', () => {
    const body = multipartBody([{ name: 'a', bytes: '1' }])
    const framed = Uint8Array.from([...latin1('hello\r\n'), ...body, ...latin1('goodbye')])
    expect(plain(formParts(MULTIPART, framed))).toEqual([{ name: 'a', bytes: latin1('1') }])
  })

  it('holds two hundred parts', () => {
    const sent = Array.from({ length: 200 }, (_, i) => ({ name: `attachment${i}`, bytes: `content ${i}` }))
    const parts = formParts(MULTIPART, multipartBody(sent))
    expect(parts).toHaveLength(200)
    expect(parts && textNamed(parts, 'attachment199')).toBe('content 199')
  })

  it.each([
    ['has no boundary', 'multipart/form-data', multipartBody([{ name: 'a', bytes: '1' }])],
    ['has another boundary', 'multipart/form-data; boundary=other', multipartBody([{ name: 'a', bytes: '1' }])],
    ['has an impossible boundary', `multipart/form-data; boundary="${'a'.repeat(71)}"`, new Uint8Array()],
    ['is empty', MULTIPART, new Uint8Array()],
    ['is cut off', MULTIPART, multipartBody([{ name: 'a', bytes: '1' }]).subarray(0, -8)],
    [
      'has a part without a name',
      MULTIPART,
      latin1(`--${BOUNDARY}\r\nContent-Type: text/plain\r\n\r\nx\r\n--${BOUNDARY}--\r\n`),
    ],
    ['has a part without a blank line', MULTIPART, latin1(`--${BOUNDARY}\r\nx\r\n--${BOUNDARY}--\r\n`)],
    ['has too many parts', MULTIPART, multipartBody(Array(PARTS_MAX + 1).fill({ name: 'a', bytes: '' }))],
    ['is another kind', 'application/json', latin1('{}')],
    ['has no kind', '', latin1('a=1')],
  ])('is refused when it %s', (_, type, body) => {
    expect(formParts(type, body)).toBeNull()
  })

  it('never throws, whatever it gets', () => {
    const pieces = fc.constantFrom(
      '--',
      BOUNDARY,
      '\r\n',
      '\r',
      '\n',
      ':',
      ';',
      '"',
      'name=',
      'content-disposition',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => void formParts(MULTIPART, latin1(parts.join('')))),
    )
  })

  it.each([
    ['line breaks', '\r\n'],
    ['hyphens', '\r\n--'],
    ['almost the boundary', `\r\n--${BOUNDARY.slice(0, -1)}`],
    ['the boundary and more', `\r\n--${BOUNDARY}-`],
    ['boundaries with spaces behind', `\r\n--${BOUNDARY} x`],
  ])('is split in linear time when 25 MiB of it are %s', (_, unit) => {
    const head = latin1(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="a"\r\n\r\n`)
    const body = new Uint8Array(Buffer.alloc(25 * MEBIBYTE, unit, 'latin1'))
    body.set(head)
    body.set(latin1(`\r\n--${BOUNDARY}--\r\n`), body.length - BOUNDARY.length - 8)
    const startedAt = performance.now()
    const parts = formParts(MULTIPART, body)
    expect(performance.now() - startedAt).toBeLessThan(1000)
    expect(parts).toHaveLength(1)
  })
})

describe('a URL-encoded form', () => {
  it('gives back every byte of every field', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ name: names, bytes: fc.uint8Array({ maxLength: 100 }) })), (sent) => {
        expect(plain(formParts(URL_ENCODED, urlEncodedBody(sent)))).toEqual(sent)
      }),
    )
  })

  it('keeps bytes that are no UTF-8, and reads loose percent signs and plus signs as browsers do', () => {
    const parts = formParts(URL_ENCODED, latin1('a=%93%FA%96%7B%8c%ea&b=100%+of%2&&c&=d&e=%zz')) ?? []
    expect(partNamed(parts, 'a')?.bytes).toEqual(SHIFT_JIS)
    expect(['b', 'c', '', 'e', 'f'].map((name) => textNamed(parts, name))).toEqual(['100% of%2', '', 'd', '%zz', null])
  })

  it('is split in linear time when it is 25 MiB of ampersands or percent signs', () => {
    const startedAt = performance.now()
    formParts(URL_ENCODED, new Uint8Array(25 * MEBIBYTE).fill(38))
    formParts(URL_ENCODED, new Uint8Array(25 * MEBIBYTE).fill(37))
    expect(performance.now() - startedAt).toBeLessThan(2000)
  })
})

describe('the parameters of a header', () => {
  it.each([
    ['form-data; name="a;b=c"; filename=x.txt', { name: 'a;b=c', filename: 'x.txt' }],
    ['form-data; NAME = "a" ;name="b"', { name: 'a' }],
    ['x; filename="C:\\temp\\n.txt"', { filename: 'C:\\temp\\n.txt' }],
    ['x; name="open', { name: 'open' }],
    ['x; name', {}],
    ['x', {}],
  ])('of %s', (header, expected) => {
    expect(Object.fromEntries(headerParameters(header))).toMatchObject(expected)
  })

  it.each([';', '=', '"', ';a=', '\\'])('are read in linear time from a megabyte of %j', (unit) => {
    const startedAt = performance.now()
    headerParameters(`x;a="${unit.repeat(1_000_000)}`)
    headerParameters(`x;${unit.repeat(1_000_000)}`)
    expect(performance.now() - startedAt).toBeLessThan(500)
  })
})
