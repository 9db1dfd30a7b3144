import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  contentType,
  fileName,
  LARGEST_FILE_BYTES,
  renamed,
  whyNot,
} from '../../../worker/features/files/rules/new-file.ts'

describe('the name of a file', () => {
  it.each([
    ['../../etc/passwd', 'text/plain', 'passwd'],
    ['C:\\Users\\Ann\\scan.pdf', 'application/pdf', 'scan.pdf'],
    ['', 'image/jpeg', 'image.jpg'],
    ['   ', 'application/octet-stream', 'attachment.bin'],
    ['a\u0000b\r\n.pdf', 'application/pdf', 'ab .pdf'],
    ['photo\u202Egpj.exe', 'image/jpeg', 'photogpj.exe'],
  ])('%j of a %s is %j', (typed, type, name) => {
    expect(fileName(typed, type)).toBe(name)
  })

  it('is never empty, holds no folder and no line, and stays what it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
        const name = fileName(typed, 'application/pdf')
        expect(name).toMatch(/^[^/\\\r\n]{1,130}$/u)
        expect(fileName(name, 'application/pdf')).toBe(name)
      }),
    )
  })

  it.each([
    ['scan.pdf', 'Insurance card', 'Insurance card.pdf'],
    ['scan.pdf', 'Insurance card.docx', 'Insurance card.docx'],
    ['scan.pdf', 'Letter of 2. March', 'Letter of 2. March.pdf'],
    ['README', 'Notes', 'Notes'],
    ['scan.pdf', '../x', 'x.pdf'],
  ])('%s renamed to %s is %s', (old, typed, name) => {
    expect(renamed(old, typed, 'application/pdf')).toBe(name)
  })
})

describe('the kind of content', () => {
  it.each([
    ['Application/PDF; charset=x', 'application/pdf'],
    [null, 'application/octet-stream'],
    ['text/html\r\nX: y', 'application/octet-stream'],
    ['nonsense', 'application/octet-stream'],
    [`a/${'b'.repeat(200)}`, 'application/octet-stream'],
  ])('%j is %s', (named, type) => {
    expect(contentType(named)).toBe(type)
  })
})

describe('a file', () => {
  it('is taken from one byte to the limit', () => {
    expect([whyNot('a', 1), whyNot('a', LARGEST_FILE_BYTES)]).toEqual([null, null])
    expect(whyNot('a', 0)).toContain('empty')
    expect(whyNot('a', LARGEST_FILE_BYTES + 1)).toContain('larger than 25 MB')
  })
})
