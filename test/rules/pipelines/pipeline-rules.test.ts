import { describe, expect, it } from 'vitest'
import { stepped, withStage } from '../../../worker/features/pipelines/rules/placed.ts'
import {
  likelihood,
  mayRemovePipeline,
  mayRemoveStage,
  mayTurnInto,
} from '../../../worker/features/pipelines/rules/refusals.ts'

const stage = (id: string, kind: 'open' | 'won' | 'lost') => ({ id, name: id, kind })
const [first, second, won, lost] = [stage('a', 'open'), stage('b', 'open'), stage('w', 'won'), stage('l', 'lost')]
const ALL = [first, second, won, lost]

describe('the order of a pipeline', () => {
  it.each([
    ['b', 'up', 'bac'],
    ['b', 'down', 'acb'],
    ['a', 'up', 'abc'],
    ['c', 'down', 'abc'],
    ['x', 'up', 'abc'],
  ] as const)('%s goes %s: %s', (id, direction, order) => {
    expect(stepped(['a', 'b', 'c'], id, direction).join('')).toBe(order)
  })

  it.each([
    ['open', 'abnwl'],
    ['won', 'abwnl'],
    ['lost', 'abwln'],
  ] as const)('takes a new %s stage after the others of its kind: %s', (kind, order) => {
    expect(
      withStage(ALL, stage('n', kind))
        .map(({ id }) => id)
        .join(''),
    ).toBe(order)
  })
})

describe('what is not taken away', () => {
  it.each([
    ['an empty stage of which there are two', mayRemoveStage(first, ALL, 0), null],
    ['a stage with a deal', mayRemoveStage(first, ALL, 1), 'In “a” there is still one deal.'],
    ['the last won stage', mayRemoveStage(won, ALL, 0), 'This is the last won stage'],
    ['the last lost stage', mayRemoveStage(lost, ALL, 0), 'This is the last lost stage'],
    ['the last open stage', mayRemoveStage(first, [first, won, lost], 0), 'This is the last open stage'],
    ['a stage that becomes what it is', mayTurnInto('won', won, ALL, 9), null],
    ['a stage that becomes another', mayTurnInto('won', first, ALL, 0), null],
    ['a stage whose deals would be won', mayTurnInto('won', first, ALL, 2), 'still 2 deals, which would become won'],
    ['the only won stage', mayTurnInto('lost', won, ALL, 0), 'This is the last won stage'],
    ['a pipeline of two', mayRemovePipeline('Sales', 2, 0), null],
    ['the last pipeline', mayRemovePipeline('Sales', 1, 0), 'This is the last pipeline'],
    ['a pipeline with deals', mayRemovePipeline('Sales', 2, 3), 'In “Sales” there is still 3 deals'],
  ])('%s', (_, answer, why) => {
    if (why === null) expect(answer).toEqual({ ok: true })
    else expect(answer).toMatchObject({ ok: false, why: expect.stringContaining(why) })
  })

  it.each([
    ['open', 30, 30],
    ['won', 30, 100],
    ['lost', 30, 0],
  ] as const)('nor is a %s stage as likely as %i, but %i', (kind, typed, likely) => {
    expect(likelihood(kind, typed)).toBe(likely)
  })
})
