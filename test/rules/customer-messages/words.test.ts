import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerOf } from '../../../worker/features/customer-messages/rules/answer-of.ts'
import { plainName } from '../../../worker/features/customer-messages/rules/plain-name.ts'
import {
  filled,
  PLACEHOLDERS,
  templateProblem,
  type Values,
} from '../../../worker/features/customer-messages/rules/template.ts'
import { textLength } from '../../../worker/features/customer-messages/rules/text-length.ts'
import { newReminder, USUAL_STEPS } from '../../../worker/features/customer-messages/rules/usual-steps.ts'
import { valuesOf } from '../../../worker/features/customer-messages/rules/values-of.ts'

const VALUES: Values = {
  ...{ name: 'Ann', service: 'Haircut', day: 'Monday 2 March', time: '10:00', with: 'Bea' },
  ...{ place: 'Main Street 5', office: 'Salon', manageLink: 'https://foyer.test/a/x', changeUntil: '' },
}

describe('a text with placeholders', () => {
  it.each([
    ['Hello {name}', null],
    ['', null],
    ['Hello {first}', '“{first}” is not known.'],
    ['Hello {Name}', '“{Name}” is not known.'],
    ['Hello {}', '“{}” is not known.'],
    ['Hello {name', 'without its other half'],
    ['Hello name}', 'without its other half'],
    ['{{name}}', 'without its other half'],
    ['{constructor}', '“{constructor}” is not known.'],
  ])('%j is fine, or refused with a sentence', (text, problem) => {
    const said = templateProblem(text)
    if (problem === null) expect(said).toBeNull()
    else expect(said).toContain(problem)
  })

  it('says which there are', () => {
    for (const name of PLACEHOLDERS) expect(templateProblem('{x}')).toContain(`{${name}}`)
  })

  it('leaves out a line that has nothing to say, and keeps one that names more', () => {
    const text = 'Hello {name},\n\nWhere: {place}\nWith {with} at {place}\n\n\nBye'
    expect(filled(text, { ...VALUES, place: '' })).toBe('Hello Ann,\n\nWith Bea at\n\nBye')
  })

  it('puts values in as they are: braces, dollars and tags name nothing, and nothing begins a line', () => {
    const name = '{office} $& $1 <b>x</b>\r\nBcc: a@b.test\u202Eevil\0'
    expect(filled('Hi {name}!', { ...VALUES, name })).toBe('Hi {office} $& $1 <b>x</b> Bcc: a@b.test evil!')
  })

  it('has as many lines as were written, whatever the values are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, place) => {
        const text = filled('A {name} b\nC {place} d {time}', { ...VALUES, name, place })
        expect(text.split(/[\r\n\u2028\u2029]/).length).toBeLessThanOrEqual(2)
      }),
    )
  })

  it.each([...USUAL_STEPS, newReminder('x')])(
    '$event is well written, and short enough for two texts at most',
    (step) => {
      for (const text of [step.subject, step.mailText, step.smsText]) {
        expect(templateProblem(text)).toBeNull()
        expect(filled(text, VALUES)).not.toMatch(/[{}]/)
      }
      expect(filled(step.subject, VALUES)).not.toContain('\n')
      expect(textLength(filled(step.smsText, VALUES))).toMatchObject({ encoding: 'GSM-7', segments: 1 })
    },
  )
})

describe('how somebody is greeted', () => {
  it.each([
    ['Ann Müller', 'Ann Müller'],
    ['  Ann \n Müller ', 'Ann Müller'],
    ['J. R. Smith', 'J. R. Smith'],
    ["O'Neill-Łuk", "O'Neill-Łuk"],
    ['', 'there'],
    ['Win now at evil.example', 'there'],
    ['https://evil', 'there'],
    ['mail me a@b', 'there'],
    ['www.evil', 'there'],
    ['x'.repeat(100), `${'x'.repeat(59)}…`],
  ])('%j', (name, greeted) => expect(plainName(name)).toBe(greeted))
})

describe('the values of an appointment', () => {
  const told = {
    ...{ name: 'Ann', service: 'Haircut', startsAt: new Date('2026-07-15T08:00Z'), people: ['Bea', 'Cem'], place: '' },
    ...{ office: 'Salon', timeZone: 'Europe/Berlin', readerZone: null, manageLink: '', changeUntil: null },
  }
  it('are on the clock of the office', () => {
    expect(valuesOf(told)).toMatchObject({ day: 'Wednesday 15 July', time: '10:00', with: 'Bea and Cem' })
  })
  it('say until when it can be changed, where that is to be said', () => {
    expect(valuesOf({ ...told, changeUntil: new Date('2026-07-14T08:00Z') }).changeUntil).toBe(
      'Tuesday 14 July at 10:00',
    )
    expect(valuesOf(told).changeUntil).toBe('')
  })
  it('name the zone to whoever lives by another clock, and to nobody else', () => {
    expect(valuesOf({ ...told, readerZone: 'America/New_York' }).time).toBe('10:00 (Europe/Berlin)')
    expect(valuesOf({ ...told, readerZone: 'Europe/Paris' }).time).toBe('10:00')
  })
})

describe('the length of a text message', () => {
  it.each([
    ['', 'GSM-7', 0, 0],
    ['a'.repeat(160), 'GSM-7', 160, 1],
    ['a'.repeat(161), 'GSM-7', 161, 2],
    ['a'.repeat(306), 'GSM-7', 306, 2],
    ['a'.repeat(307), 'GSM-7', 307, 3],
    ['ä€', 'GSM-7', 3, 1],
    [`${'a'.repeat(159)}€`, 'GSM-7', 161, 2],
    ['ž', 'UCS-2', 1, 1],
    [`ž${'a'.repeat(69)}`, 'UCS-2', 70, 1],
    [`ž${'a'.repeat(70)}`, 'UCS-2', 71, 2],
    ['👍', 'UCS-2', 2, 1],
    // An escape is never parted from its letter: the second text begins with the euro.
    [`${'a'.repeat(152)}€${'a'.repeat(151)}`, 'GSM-7', 305, 2],
    [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 'GSM-7', 306, 3],
  ] as const)('%j', (text, encoding, units, segments) => {
    expect(textLength(text)).toMatchObject({ encoding, units, segments })
  })

  it('never shrinks when something is added, and what is left is what fits', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        const { segments, left, encoding } = textLength(text)
        const one = encoding === 'GSM-7' ? 'a' : 'ž'
        if (segments > 0) expect(textLength(text + one.repeat(left)).segments).toBe(segments)
        expect(textLength(text + one.repeat(left + 1)).segments).toBeGreaterThan(segments === 0 ? 0 : segments)
      }),
    )
  })
})

describe('what a customer’s text says', () => {
  it.each([
    ['C', false, 'confirm'],
    [' c. ', false, 'confirm'],
    ['YES!', false, 'confirm'],
    ['Ok', false, 'confirm'],
    ['yes', true, 'start'],
    ['Start', false, 'start'],
    ['STOP', false, 'stop'],
    ['stop!', false, 'stop'],
    ['Cancel', false, 'stop'],
    ['Stop texting me', false, 'other'],
    ['Yes, but can we say 11?', false, 'other'],
    ['', false, 'other'],
  ] as const)('%j', (text, hasStopped, said) => expect(answerOf(text, hasStopped)).toBe(said))
})
