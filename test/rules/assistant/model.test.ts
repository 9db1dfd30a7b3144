import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { classify, MODEL_VERSION } from '../../../worker/features/assistant/rules/classify.ts'
import { INTENTS } from '../../../worker/features/assistant/rules/intents.ts'
import { loadModel } from '../../../worker/features/assistant/rules/linear-model.ts'
import { STORED_MODEL } from '../../../worker/features/assistant/rules/model.generated.ts'
import { buildModel, reportOn } from '../../../worker/features/assistant/training/build-model.ts'
import { type Example, readExamples, readOutOfScope } from '../../../worker/features/assistant/training/examples.ts'

const WRITTEN = path.join(import.meta.dirname, '../../../worker/features/assistant/rules/model.generated.ts')
const SENTENCES_AN_INTENT = 120
const HELD_OUT_AN_INTENT = 30
const WEIGHTS_KB = 270
const TRAINING_LIMIT_MS = 120_000

const textsOf = (examples: Example[]) => examples.map(({ text }) => text.trim().toLowerCase())
const per = (examples: Example[], intent: string) => examples.filter((example) => example.intent === intent)

describe('the shipped model', () => {
  test('is the one that the sentences give', { timeout: TRAINING_LIMIT_MS }, () => {
    expect(buildModel()).toEqual(STORED_MODEL)
    expect(MODEL_VERSION).toBe(STORED_MODEL.version)
  })

  test('is as good as the README says, on messages that neither training nor calibration saw', () => {
    const figures = reportOn(loadModel(STORED_MODEL))
    expect(figures.accuracy).toBeGreaterThanOrEqual(0.81)
    expect(figures.macroF1).toBeGreaterThanOrEqual(0.81)
    expect(figures.precisionAtGate).toBeGreaterThanOrEqual(0.96)
    expect(figures.coverageAtGate).toBeGreaterThanOrEqual(0.55)
    expect(figures.calibrationError).toBeLessThanOrEqual(0.055)
    expect(figures.labelSetCoverage).toBeGreaterThanOrEqual(0.9)
    expect(figures.outOfScopeHeldBack).toBeGreaterThanOrEqual(0.9)
  })

  test('is small', () => {
    expect(gzipSync(readFileSync(WRITTEN)).length).toBeLessThan(WEIGHTS_KB * 1024)
  })

  test('is refused by code that it does not fit', () => {
    expect(() => loadModel({ ...STORED_MODEL, weights: btoa('short') })).toThrow('train it again')
  })

  test('tells probabilities that belong together', () => {
    const { intent, confidence, alternatives } = classify('Appointment', 'Could I book a haircut on Friday?')
    expect(alternatives[0]).toBe(intent)
    expect(confidence).toBeGreaterThan(1 / INTENTS.length)
    expect(new Set(alternatives).size).toBe(alternatives.length)
  })
})

describe('the examples', () => {
  const [taught, heldOut] = [readExamples('sentences'), readExamples('held-out')]

  test.each(INTENTS)('are enough and in several styles and trades: %s', (intent) => {
    const sentences = per(taught, intent)
    expect(sentences.length).toBeGreaterThanOrEqual(SENTENCES_AN_INTENT)
    expect(per(heldOut, intent).length).toBeGreaterThanOrEqual(HELD_OUT_AN_INTENT)
    expect(new Set(sentences.map(({ style }) => style)).size).toBeGreaterThanOrEqual(4)
    expect(new Set(sentences.map(({ trade }) => trade)).size).toBeGreaterThanOrEqual(5)
  })

  test('are all different, and what measures was never taught', () => {
    const texts = textsOf([...taught, ...heldOut, ...readOutOfScope()])
    expect(texts).not.toContain('')
    expect(new Set(texts).size).toBe(texts.length)
  })
})
