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

  test.each([
    'On 11-Apr-2011, at 6:54 PM, Ann <ann@example.com> wrote:',
    '2011/4/7 Ann <ann@example.com>',
    '2016-02-03 10:00 GMT+01:00 Ann <ann@example.com>:',
    'Ann Lee <ann@example.com> schrieb am Mo., 12. Okt. 2026, 10:00:',
    'Den 12 okt. 2026 kl. 10:00 skrev Ann:',
    'Le 12/10/2026 à 10:00, Ann a écrit :',
    'Em seg., 12 de out. de 2026 às 10:00, Ann escreveu:',
    'W dniu 12.10.2026 o 10:00, Ann napisał(a):',
    '12 октября 2026 г., 10:00, Ann написал:',
    'Begin forwarded message:',
    '-------- Ursprüngliche Nachricht --------',
    '-----Message d’origine-----',
  ])('knows the head of a quotation: %s', (head) => {
    expect(kinds(`Yes.\n\n${head}\n> Shall we?\n`)).toEqual([
      ['reply', 'Yes.'],
      ['header', head],
      ['quote', '> Shall we?'],
    ])
  })

  test.each([
    ['Von: Ann', 'Gesendet: Montag', 'An: Bob', 'Betreff: x'],
    ['*From:* Ann <a@b.c>', '*Sent:* Monday', '*To:* Bob', '*Subject:* x'],
    ['De : Ann', 'Envoyé : lundi', 'À : Bob', 'Objet : x'],
    ['De: Ann', 'Enviado el: lunes', 'Para: Bob', 'Asunto: x'],
    ['Da: Ann', 'Inviato: lunedì', 'A: Bob', 'Oggetto: x'],
    ['Van: Ann', 'Verzonden: maandag', 'Aan: Bob', 'Onderwerp: x'],
    ['Från: Ann', 'Skickat: måndag', 'Till: Bob', 'Ämne: x'],
    ['Od: Ann', 'Wysłano: poniedziałek', 'Do: Bob', 'Temat: x'],
  ])('knows the header block that begins with %s', (...lines) => {
    expect(kinds(`Yes.\n\n${lines.join('\n')}\n\nShall we?\n`)).toEqual([
      ['reply', 'Yes.'],
      ['header', lines.join('\n')],
      ['quote', 'Shall we?'],
    ])
  })

  test.each([
    'Sent from my iPhone',
    'Get Outlook for iOS<https://aka.ms/o0ukef>',
    'Von meinem iPhone gesendet',
    'Gesendet mit der GMX Mail App',
    'Envoyé de mon iPhone',
    'Enviado desde mi iPhone',
    'Inviato da iPhone',
    'Verstuurd vanaf mijn iPhone',
    'Sent from Yahoo Mail on Android',
  ])('knows the line of a phone: %s', (line) => {
    expect(kinds(`Yes.\n\n${line}\n`)).toEqual([
      ['reply', 'Yes.'],
      ['signature', line],
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
    const ride = 'From: ann@example.com\nTo: Munich\nTil: 5 pm\nCall me back.\n'
    expect(reply(`A ride, please.\n${ride}`)).toContain('Call me back.')
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
