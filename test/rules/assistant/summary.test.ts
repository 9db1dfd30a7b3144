import { describe, expect, test } from 'vitest'
import { read } from './office.ts'

const summaryOf = (text: string) => read(text).summaryQuotes.map(({ sentence }) => sentence)

describe('a summary', () => {
  test.each([
    [
      'Dear team,\n\nI hope this finds you well. My boiler stopped working last night. Could you send somebody?\n\nKind regards\nJoe',
      ['My boiler stopped working last night.', 'Could you send somebody?'],
    ],
    ['Hi Emma, is there parking?', ['is there parking?']],
    ['Thanks!', ['Thanks!']],
    ['I came at 10 a.m. yesterday and Dr. Byrne was away.', ['I came at 10 a.m. yesterday and Dr. Byrne was away.']],
    [
      'We bought the house in March and the bathroom is in a terrible\nstate, so we would like to redo it.',
      ['We bought the house in March and the bathroom is in a terrible state, so we would like to redo it.'],
    ],
    [
      'Yes, that works.\n\nOn Mon, 13 Apr 2026 Salon <hi@salon.ie> wrote:\n> Could you come at 10?\n',
      ['Yes, that works.'],
    ],
    [
      '---------- Forwarded message ---------\nCould you look at my roof?',
      ['---------- Forwarded message ---------', 'Could you look at my roof?'],
    ],
    ['', []],
    ['… !!! 123', []],
  ])('of %j is %j', (text, sentences) => {
    expect(summaryOf(text)).toEqual(sentences)
  })

  test('is short even where a sentence is not', () => {
    const [first] = summaryOf(`I would like ${'very '.repeat(200)}much to come.`)
    expect(first?.length).toBeLessThanOrEqual(220)
    expect(first).toMatch(/…$/)
  })
})
