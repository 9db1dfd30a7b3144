import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { confidenceOf } from '../../../worker/features/assistant/rules/confidence.ts'
import { FLAGS } from '../../../worker/features/assistant/rules/flags.ts'
import { INTENTS } from '../../../worker/features/assistant/rules/intents.ts'
import { LOWEST_THRESHOLD } from '../../../worker/features/office/rules/settings.ts'

const builtIn = (intent: (typeof INTENTS)[number], confidence: number) => ({ intent, confidence, abstained: false })
const ABSTAINED = { intent: 'other' as const, confidence: 0.2, abstained: true }

describe('confidence', () => {
  test('is the calibrated one where no model read along', () => {
    const reading = { builtIn: builtIn('appointment', 0.7), model: null, flags: [] }
    expect(confidenceOf(reading)).toEqual({ intent: 'appointment', confidence: 0.7 })
  })

  test('rises where a model agrees, over the gate from 0.6 on', () => {
    const agreed = (confidence: number) =>
      confidenceOf({ builtIn: builtIn('complaint', confidence), model: { intent: 'complaint' }, flags: [] }).confidence
    expect(agreed(0.5)).toBeLessThan(LOWEST_THRESHOLD)
    expect(agreed(0.6)).toBeGreaterThanOrEqual(LOWEST_THRESHOLD)
  })

  test('falls below the gate where a model differs, and goes by the model', () => {
    const reading = { builtIn: builtIn('appointment', 0.98), model: { intent: 'lead_quote' as const }, flags: [] }
    expect(confidenceOf(reading)).toEqual({ intent: 'lead_quote', confidence: 0.5 })
  })

  test.each(['newsletter', 'sales_pitch', 'spam', 'other'] as const)(
    'does not let a model silence a complaint as %s',
    (intent) => {
      const reading = { builtIn: builtIn('complaint', 0.6), model: { intent }, flags: [] }
      expect(confidenceOf(reading).intent).toBe('complaint')
    },
  )

  test('goes by the model where the built-in analyser would have guessed, below the gate', () => {
    const { intent, confidence } = confidenceOf({ builtIn: ABSTAINED, model: { intent: 'complaint' }, flags: [] })
    expect(intent).toBe('complaint')
    expect(confidence).toBeGreaterThan(0.5)
    expect(confidence).toBeLessThan(LOWEST_THRESHOLD)
  })

  const readings = fc.record({
    builtIn: fc.record({
      intent: fc.constantFrom(...INTENTS),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      abstained: fc.boolean(),
    }),
    model: fc.option(fc.record({ intent: fc.constantFrom(...INTENTS) })),
    flags: fc.subarray([...FLAGS, 'bulk', 'a_flag_of_tomorrow']),
  })

  test('stays below the gate on any flag but that a mail went to many', () => {
    fc.assert(
      fc.property(readings, (reading) => {
        fc.pre(reading.flags.some((flag) => flag !== 'bulk'))
        expect(confidenceOf(reading).confidence).toBeLessThan(LOWEST_THRESHOLD)
      }),
    )
  })

  test('passes the gate with a model only where both named the same intent', () => {
    fc.assert(
      fc.property(readings, (reading) => {
        const { intent, confidence } = confidenceOf(reading)
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence).toBeLessThan(1)
        if (confidence < LOWEST_THRESHOLD || reading.model === null) return
        expect([reading.builtIn.intent, reading.model.intent]).toEqual([intent, intent])
        expect(reading.builtIn.abstained).toBe(false)
      }),
    )
  })
})
