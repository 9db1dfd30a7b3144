import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ACTION_KINDS } from '../../../worker/features/assistant/rules/actions.ts'
import { FLAGS } from '../../../worker/features/assistant/rules/flags.ts'
import { INTENTS } from '../../../worker/features/assistant/rules/intents.ts'
import { gateAllows, mayApplyItself, type Risk } from '../../../worker/features/assistant/rules/may-apply-itself.ts'
import { GateSettings, initialSettings } from '../../../worker/features/office/rules/settings.ts'

const SURE = { confidence: 0.9, threshold: 0.85, flags: [] }
const [on, off, unset] = [true, false, undefined]

describe('whether an action may apply itself', () => {
  test.each<[Risk, boolean | undefined, boolean | undefined, boolean]>([
    // risk, the intent is, the action is, then it may
    ['low', unset, unset, true],
    ['low', on, on, true],
    ['low', off, on, false],
    ['low', on, off, false],
    ['medium', unset, unset, false],
    ['medium', on, unset, false],
    ['medium', unset, on, true],
    ['medium', off, on, false],
    ['high', unset, unset, false],
    ['high', unset, on, false],
    ['high', on, unset, false],
    ['high', on, on, true],
    ['high', on, off, false],
  ])('at %s risk, intent %s and action %s: %s', (risk, intentIsOn, actionIsOn, may) => {
    expect(mayApplyItself({ ...SURE, risk, intentIsOn, actionIsOn })).toBe(may)
  })

  test.each([
    [0.85, 0.85, true],
    [0.8499, 0.85, false],
    [0.9, 0.95, false],
    [0.95, 0.95, true],
    [0.8, 0.5, false],
    [Number.NaN, 0.85, false],
  ])('at confidence %s with a threshold of %s: %s', (confidence, threshold, may) => {
    const question = { confidence, threshold, flags: [], risk: 'low' as const }
    expect(mayApplyItself({ ...question, intentIsOn: unset, actionIsOn: unset })).toBe(may)
  })

  test.each(FLAGS)('never on a message flagged %s, even with everything switched on', (flag) => {
    const question = { confidence: 1, threshold: 0.85, flags: [flag], risk: 'low' as const }
    expect(mayApplyItself({ ...question, intentIsOn: on, actionIsOn: on })).toBe(false)
  })

  test('as a new office is set: everything that can be undone, but no drafts and no spam', () => {
    const { gate } = initialSettings()
    const allowed = ACTION_KINDS.filter((kind) =>
      gateAllows(gate, { intent: 'lead_quote', kind, confidence: 0.9, flags: ['bulk'] }),
    )
    expect(allowed).toEqual(['create_contact', 'update_contact', 'create_task', 'create_deal', 'request_appointment'])
  })

  test('as an office set one intent and one action', () => {
    const gate = GateSettings.parse({
      threshold: 0.9,
      intents: { complaint: false },
      actions: { mark_spam: true, create_deal: false },
    })
    const asked = { confidence: 0.92, flags: [] }
    expect(gateAllows(gate, { ...asked, intent: 'complaint', kind: 'create_task' })).toBe(false)
    expect(gateAllows(gate, { ...asked, intent: 'other', kind: 'create_task' })).toBe(true)
    expect(gateAllows(gate, { ...asked, intent: 'spam', kind: 'mark_spam' })).toBe(true)
    expect(gateAllows(gate, { ...asked, intent: 'lead_quote', kind: 'create_deal' })).toBe(false)
    expect(gateAllows(gate, { ...asked, intent: 'other', kind: 'create_task', confidence: 0.89 })).toBe(false)
  })

  test('less confidence, another flag or a higher threshold never opens what was shut', () => {
    const question = fc.record({
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      threshold: fc.double({ min: 0, max: 1, noNaN: true }),
      risk: fc.constantFrom<Risk>('low', 'medium', 'high'),
      flags: fc.subarray([...FLAGS, 'bulk']),
      intentIsOn: fc.option(fc.boolean(), { nil: undefined }),
      actionIsOn: fc.option(fc.boolean(), { nil: undefined }),
    })
    fc.assert(
      fc.property(question, fc.constantFrom(...FLAGS), fc.double({ min: 0, max: 1, noNaN: true }), (asked, flag, x) => {
        fc.pre(!mayApplyItself(asked))
        expect(mayApplyItself({ ...asked, flags: [...asked.flags, flag] })).toBe(false)
        expect(mayApplyItself({ ...asked, confidence: asked.confidence * x })).toBe(false)
        expect(mayApplyItself({ ...asked, threshold: asked.threshold + x })).toBe(false)
      }),
    )
  })

  test('knows the risk of every action for every intent', () => {
    const { gate } = initialSettings()
    for (const intent of INTENTS)
      for (const kind of ACTION_KINDS)
        expect(typeof gateAllows(gate, { intent, kind, confidence: 1, flags: [] })).toBe('boolean')
  })
})
