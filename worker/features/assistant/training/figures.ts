import { INTENTS } from '../rules/intents.ts'
import type { Judged } from './calibrate.ts'

/** The gate of the product: at or above it an action of low risk may be applied without a person. */
export const GATE = 0.85
const BINS = 15

export type Figures = {
  messages: number
  accuracy: number
  macroF1: number
  precisionAtGate: number
  coverageAtGate: number
  calibrationError: number
  labelSetCoverage: number
  meanLabelSet: number
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)

/** Precision, recall and their harmonic mean of one intent. */
export function figuresOf(judged: readonly Judged[], label: number): { precision: number; recall: number; f1: number } {
  const hits = judged.filter(({ isRight, best }) => isRight && best === label).length
  const precision = share(hits, judged.filter(({ best }) => best === label).length)
  const recall = share(hits, judged.filter((one) => one.label === label).length)
  return { precision, recall, f1: share(2 * precision * recall, precision + recall) }
}

/** Expected calibration error over fifteen equal bins: how far confidence and accuracy are apart, by share of messages. */
export function calibrationError(judged: readonly Judged[]): number {
  const gaps = Array.from({ length: BINS }, (_, bin) => {
    const inside = judged.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin)
    const right = inside.filter(({ isRight }) => isRight).length
    return Math.abs(inside.reduce((sum, { confidence }) => sum + confidence, 0) - right)
  })
  return share(
    gaps.reduce((sum, gap) => sum + gap, 0),
    judged.length,
  )
}

/** Everything the README states of a model, on messages whose intent is known. */
export function measure(judged: readonly Judged[], labelSetFloor: number): Figures {
  const passed = judged.filter(({ confidence }) => confidence >= GATE)
  const f1s = INTENTS.map((_, label) => figuresOf(judged, label).f1)
  const sets = judged.map(({ chances, label, best }) => {
    const members = chances.map((chance, k) => k === best || chance >= labelSetFloor)
    return { holds: members[label] === true, size: members.filter(Boolean).length }
  })
  return {
    messages: judged.length,
    accuracy: share(judged.filter(({ isRight }) => isRight).length, judged.length),
    macroF1: share(
      f1s.reduce((sum, f1) => sum + f1, 0),
      f1s.length,
    ),
    precisionAtGate: share(passed.filter(({ isRight }) => isRight).length, passed.length),
    coverageAtGate: share(passed.length, judged.length),
    calibrationError: calibrationError(judged),
    labelSetCoverage: share(sets.filter(({ holds }) => holds).length, sets.length),
    meanLabelSet: share(
      sets.reduce((sum, { size }) => sum + size, 0),
      sets.length,
    ),
  }
}

/** The share of messages outside the office's world on which the model would not act: below the gate, or "other". */
export function heldBack(judged: readonly Judged[]): number {
  const other = INTENTS.indexOf('other')
  return share(judged.filter(({ confidence, best }) => confidence < GATE || best === other).length, judged.length)
}
