import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  phoneDigits,
  SEPARATORS,
  slipsOf,
  soughtWords,
  textKeyOf,
  typedWords,
  wordsIn,
} from '../../../worker/kernel/search-words.ts'

describe('what was typed', () => {
  it.each([
    ['  Mára  WEBER ', ['mara', 'weber']],
    ['O’Brien-Łuk, "Ann"', ['o', 'brien', 'łuk', 'ann']],
    ['anna.weber@mail.test', ['anna', 'weber', 'mail', 'test']],
    ['% _ \u0000', []],
    ['', []],
    ['a b c d e f g h', ['a', 'b', 'c', 'd', 'e', 'f']],
  ])('%j is the words %j', (typed, words) => {
    expect(typedWords(typed)).toEqual(words)
  })

  it.each([
    ['030 901820', '030901820'],
    ['+49 (30) 90-18.20', '4930901820'],
    ['+49 (0) 30 901820', '4930901820'],
    ['0049(0)30 901820', '004930901820'],
    ['1820', '1820'],
    ['182', null],
    ['Weber 1820', null],
    ['', null],
  ])('%j as a number is %j', (typed, digits) => {
    expect(phoneDigits(typed)).toBe(digits)
  })

  it('seeks people by a number without the zeros of its country, and by words otherwise', () => {
    expect(soughtWords('030/90 18-20')).toEqual(['30901820'])
    expect(soughtWords('0000')).toEqual(['0000'])
    expect(soughtWords('Weber 1820')).toEqual(['weber', '1820'])
  })
})

describe('the words of a text', () => {
  it('are kept once each, and none is longer than is sought', () => {
    expect(textKeyOf('Re: Ärger', `ärger! ${'x'.repeat(90)}`)).toBe(`re arger ${'x'.repeat(40)}`)
  })

  it('hold none of the characters that part words, so that no word can end a token', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const word of wordsIn(text))
          expect([...word].some((one) => SEPARATORS.includes(one) || one <= ' ')).toBe(false)
      }),
    )
  })

  it('are parted by the same characters in both databases', () => {
    const sqlite = readFileSync('migrations/sqlite/0006_search.sql', 'utf8')
    const postgres = readFileSync('migrations/postgres/0006_search.sql', 'utf8')
    const named = [...sqlite.split('set name = ')[1]!.matchAll(/(?:char\((\d+)\)|'('{2}|[^'])'),' '\)/g)]
    const parted = named.map(([, code, sign]) =>
      code ? String.fromCharCode(Number(code)) : sign === "''" ? "'" : sign,
    )
    expect(new Set(parted)).toEqual(new Set(SEPARATORS))
    const [, listed = ''] = /translate\(t, E'((?:\\.|[^'])*)', repeat/.exec(postgres) ?? []
    const signs = listed.replace(/\\(u[0-9a-f]{4}|.)/g, (_, one: string) =>
      one.startsWith('u') ? String.fromCharCode(Number.parseInt(one.slice(1), 16)) : (ESCAPES[one] ?? one),
    )
    expect(signs).toBe(SEPARATORS)
  })
})
const ESCAPES: Record<string, string> = { t: '\t', n: '\n', r: '\r' }

describe('the spellings of a word', () => {
  const letters = (minLength: number, maxLength: number) =>
    fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength, maxLength })

  it('are shared by two words between which there is one slip', () => {
    fc.assert(
      fc.property(letters(4, 12), fc.constantFrom(...'abcx'), fc.nat(), fc.nat(3), (word, put, place, how) => {
        const at = place % word.length
        const [before, one, other, rest] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)]
        const typed = before + [other, put + one + other, put + other, other + one][how] + rest
        fc.pre(typed.length >= 4)
        expect(slipsOf(word).some((spelling) => slipsOf(typed).includes(spelling))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['weberknecht', 'wberknechd'],
    ['weberknecht', 'weberknäecth'],
    ['schmidbauer', 'shmidbaur'],
  ])('are shared by %s and %s, with a second slip after their beginning', (word, typed) => {
    expect(slipsOf(word).some((spelling) => slipsOf(typed).includes(spelling))).toBe(true)
  })

  it('are none for a word that is too short to be mistyped, and few for any other', () => {
    expect(slipsOf('ann')).toEqual([])
    expect(slipsOf('anna').sort()).toEqual(['ana', 'ann', 'anna', 'nna'])
    expect(slipsOf('weberknecht')).toHaveLength(8)
  })
})
