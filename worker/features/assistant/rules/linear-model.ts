import { BUCKETS, type Features } from './features.ts'
import { INTENTS } from './intents.ts'

/** What training writes down: int8 weights by bucket, then intent (base64), with one scale and one bias an intent. */
export type StoredModel = {
  version: string
  weights: string
  scales: readonly number[]
  biases: readonly number[]
  /** Divides the scores before the softmax, so that a probability means what it says. */
  temperature: number
  /** Below this probability no intent is named. */
  floor: number
  /** An intent at least this probable belongs to the set that holds the true one nine times in ten. */
  labelSetFloor: number
}

export type LinearModel = Omit<StoredModel, 'weights'> & { weights: Int8Array }

const COUNT = INTENTS.length

/** The weights as numbers; throws when they do not fit this code, which only a wrong build can cause. */
export function loadModel(stored: StoredModel): LinearModel {
  const bytes = atob(stored.weights)
  if (bytes.length !== BUCKETS * COUNT) throw new Error('The model does not fit the code: train it again.')
  const weights = new Int8Array(bytes.length)
  for (let at = 0; at < bytes.length; at++) weights[at] = bytes.charCodeAt(at)
  return { ...stored, weights }
}

function scores(model: LinearModel, features: Features): number[] {
  const sums = new Array<number>(COUNT).fill(0)
  features.buckets.forEach((bucket, at) => {
    const value = features.values[at] ?? 0
    const row = bucket * COUNT
    for (let k = 0; k < COUNT; k++) sums[k] = (sums[k] ?? 0) + value * (model.weights[row + k] ?? 0)
  })
  return sums.map((sum, k) => sum * (model.scales[k] ?? 0) + (model.biases[k] ?? 0))
}

/** Scores to probabilities that sum to one; a higher temperature makes them more modest. */
export function softmax(values: readonly number[], temperature: number): number[] {
  const highest = Math.max(...values)
  const powers = values.map((value) => Math.exp((value - highest) / temperature))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

/** The calibrated probability of every intent, in the order of `INTENTS`. */
export const probabilities = (model: LinearModel, features: Features): number[] =>
  softmax(scores(model, features), model.temperature)
