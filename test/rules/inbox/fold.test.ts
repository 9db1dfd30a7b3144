import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../../worker/features/inbox/rules/fold.ts'
import { replyText } from '../../../worker/features/inbox/rules/reply-text.ts'

const kinds = (text: string) => fold(text).map((range) => [range.kind, text.slice(range.start, range.end).trim()])
const reply = (text: string) => replyText(text, fold(text))

describe('a fold', () => {
  test('tells reply, header, quotation and signature apart', () => {
    expect(kinds('Yes.\n\nOn 1.1.2026 Ann <a@b.c> wrote:\n> Shall we?\n\nBye\n-- \nBob\n')).toEqual([
      ['reply', 'Yes.'],
      ['header', 'On 1.1.2026 Ann <a@b.c> wrote:'],
      ['quote', '> Shall we?'],
      ['reply', 'Bye'],
      ['signature', '-- \nBob'],
    ])
  })

  test('leaves a sentence alone that only sounds like the head of a quotation', () => {
    for (const text of [
      'As my boss wrote on 3 May 2026:\nwe want this done.\n',
      'On Monday my neighbour wrote:\nplease call me.\n',
      'Please note what the doctor wrote:\n\n1. rest\n2. tea\n',
    ])
      expect(kinds(text)).toEqual([['reply', text.trim()]])
  })

  test('leaves the fields of a form alone', () => {
    const form = 'Name: Ann\nDate: 3 May\nFrom: Berlin\nTo: Munich\nCall me back.\n'
    expect(reply(form)).toBe(form.trim())
  })

  test('leaves a long text under a line of dashes alone', () => {
    const notes = `Hello\n--\n${'what I wrote\n'.repeat(30)}`
    expect(kinds(notes)).toEqual([['reply', notes.trim()]])
  })

  test('folds the phone line only when nothing follows it', () => {
    expect(reply('Yes\n\nSent from my iPhone\n')).toBe('Yes')
    expect(reply('Sent from my iPhone\nbut I still mean it\n')).toContain('Sent from my iPhone')
    expect(reply('Sent from my office yesterday: the contract.\n')).toContain('the contract')
  })

  test('takes an unmarked quotation to the end when its head names an address and a date', () => {
    expect(reply('Fine.\n\nOn 12 Oct 2026, at 10:00, Ann <ann@example.com> wrote:\n\nIs it?\nAnn\n')).toBe('Fine.')
  })

  test('goes on with the quotation beyond the lines it reads, and shows a tail that is none', () => {
    const quoted = `Yes\n${'> old\n'.repeat(3000)}`
    expect(reply(quoted)).toBe('Yes')
    const long = 'a line\n'.repeat(3000)
    expect(reply(long)).toBe(long.trim())
  })

  test('gives back everything when the reply holds nothing to see', () => {
    const bare = '\u200b \n> only a quotation\n'
    expect(reply(bare)).toBe(bare)
  })
})

/** Texts made of what mails are made of, so that every branch is met. */
const mailText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'On 1.1.2026 Ann <a@b.c> wrote:',
        'On Monday, 1 January 2026 at 10:00, a very long name',
        '<ann@example.com> wrote:',
        '> quoted',
        '>> twice',
        '-- ',
        '--',
        'Sent from my iPhone',
        '-----Original Message-----',
        'From: Ann <a@b.c>',
        'Sent: Monday',
        'To: Bob',
        'Subject: x',
        '________________________________',
        'Begin forwarded message:',
        '',
        '   ',
        '\u200b',
        'words of my own',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    ),
    { maxLength: 30 },
  )
  .chain((lines) => fc.constantFrom('\n', '\r\n').map((end) => lines.join(end)))

describe('of any text', () => {
  test('the ranges cover all of it, in order, unchanged, none empty', () => {
    fc.assert(
      fc.property(mailText, (text) => {
        const ranges = fold(text)
        expect(ranges.every((range) => range.end > range.start)).toBe(true)
        expect(ranges.map((range) => range.start)).toEqual(
          [0, ...ranges.map((range) => range.end)].slice(0, ranges.length),
        )
        expect(ranges.map((range) => text.slice(range.start, range.end)).join('')).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })

  test('the reply shows something wherever the text does, and every visible word of it stands in the text', () => {
    fc.assert(
      fc.property(mailText, (text) => {
        const visible = /[\p{L}\p{N}\p{P}\p{S}]/u
        const shown = reply(text)
        expect(visible.test(shown)).toBe(visible.test(text))
        for (const word of shown.split(/\s/)) expect(text).toContain(word)
      }),
      { numRuns: 2000 },
    )
  })

  test('a text of nothing but own words is all reply', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('hello', 'see you', 'at 5', '', 'thanks!'), { minLength: 1 }), (lines) => {
        const text = lines.join('\n')
        expect(fold(text).every((range) => range.kind === 'reply')).toBe(true)
      }),
    )
  })
})
