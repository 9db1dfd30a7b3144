import { featuresOf } from '../rules/features.ts'
import { INTENTS } from '../rules/intents.ts'
import { type LinearModel, probabilities, softmax } from '../rules/linear-model.ts'
import type { Example } from './examples.ts'

const LOWEST_TEMPERATURE = 0.2
const HIGHEST_TEMPERATURE = 3
const TEMPERATURE_STEP = 0.01
const FLOORS = [0.5, 0.45, 0.4, 0.35, 0.3, 0.25, 0.2]
const LABEL_SET_COVERAGE = 0.9
/** Keeps the logarithm of an impossible intent finite. */
const LEAST_CHANCE = 1e-12

export type Judged = { chances: readonly number[]; label: number; best: number; confidence: number; isRight: boolean }

/** What a model says of examples whose intent is known. */
export const judge = (model: LinearModel, examples: readonly Example[]): Judged[] =>
  examples.map(({ subject, text, intent }) => {
    const chances = probabilities(model, featuresOf(subject, text))
    const label = INTENTS.indexOf(intent)
    const confidence = Math.max(...chances)
    const best = chances.indexOf(confidence)
    return { chances, label, best, confidence, isRight: best === label }
  })

/** How surprising the true intents are, when the scores are divided by `temperature`. */
const logLoss = (scored: readonly { scores: readonly number[]; label: number }[], temperature: number) =>
  scored.reduce((sum, { scores, label }) => {
    return sum - Math.log(Math.max(softmax(scores, temperature)[label] ?? 0, LEAST_CHANCE))
  }, 0)

/** The divisor of the scores under which the known intents are likeliest (temperature scaling, arXiv 1706.04599). */
export function bestTemperature(model: LinearModel, examples: readonly Example[]): number {
  // Logarithms of the chances at temperature 1 are the scores, but for a constant that the softmax takes out again.
  const scored = judge({ ...model, temperature: 1 }, examples).map(({ chances, label }) => {
    return { scores: chances.map((chance) => Math.log(chance)), label }
  })
  let best = { temperature: 1, loss: Number.POSITIVE_INFINITY }
  const steps = Math.round((HIGHEST_TEMPERATURE - LOWEST_TEMPERATURE) / TEMPERATURE_STEP)
  for (let at = 0; at <= steps; at++) {
    const temperature = Number((LOWEST_TEMPERATURE + at * TEMPERATURE_STEP).toFixed(2))
    const loss = logLoss(scored, temperature)
    if (loss < best.loss) best = { temperature, loss }
  }
  return best.temperature
}

/** The highest floor below which the model is wrong more often than right, so that naming an intent would mislead. */
export function abstainFloor(judged: readonly Judged[]): number {
  const misleads = (floor: number) => {
    const below = judged.filter(({ confidence }) => confidence < floor)
    return below.filter(({ isRight }) => isRight).length * 2 < below.length
  }
  return FLOORS.find(misleads) ?? 0
}

/** The probability that the true intent reaches nine times in ten (split conformal prediction, arXiv 2403.18973). */
export function labelSetFloor(judged: readonly Judged[]): number {
  const reached = judged.map(({ chances, label }) => chances[label] ?? 0).sort((a, b) => a - b)
  const place = Math.max(0, Math.floor((reached.length + 1) * (1 - LABEL_SET_COVERAGE)) - 1)
  return Number((reached[place] ?? 0).toFixed(4))
}
