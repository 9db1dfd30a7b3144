import { BUCKETS, type Features, featuresOf } from '../rules/features.ts'
import { INTENTS } from '../rules/intents.ts'
import { type StoredModel, softmax } from '../rules/linear-model.ts'
import type { Example } from './examples.ts'

const COUNT = INTENTS.length
const EPOCHS = 24
const LEARNING_RATE = 0.1
const L2 = 2e-4
const ADAGRAD_EPSILON = 1e-8
const SEED = 20_260_301
const INT8_MAX = 127

type Weights = { weights: Float64Array; biases: Float64Array }
type Sample = { features: Features; label: number }

/** Mulberry32: a small generator whose sequence depends on its seed alone. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Fisher and Yates. */
function shuffle<Item>(items: Item[], random: () => number): void {
  for (let at = items.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const [a, b] = [items[at], items[other]]
    if (a === undefined || b === undefined) continue
    items[at] = b
    items[other] = a
  }
}

function scoresOf({ weights, biases }: Weights, features: Features): number[] {
  const sums = Array.from(biases)
  for (let at = 0; at < features.buckets.length; at++) {
    const value = features.values[at] ?? 0
    const row = (features.buckets[at] ?? 0) * COUNT
    for (let k = 0; k < COUNT; k++) sums[k] = (sums[k] ?? 0) + value * (weights[row + k] ?? 0)
  }
  return sums
}

/** One step of AdaGrad: a weight moves less the more it has moved before. */
function step(values: Float64Array, squares: Float64Array, at: number, gradient: number): void {
  squares[at] = (squares[at] ?? 0) + gradient * gradient
  values[at] = (values[at] ?? 0) - (LEARNING_RATE * gradient) / Math.sqrt((squares[at] ?? 0) + ADAGRAD_EPSILON)
}

function learnFrom({ features, label }: Sample, model: Weights, squares: Weights): void {
  const errors = softmax(scoresOf(model, features), 1).map((chance, k) => chance - (k === label ? 1 : 0))
  for (let at = 0; at < features.buckets.length; at++) {
    const value = features.values[at] ?? 0
    const row = (features.buckets[at] ?? 0) * COUNT
    for (let k = 0; k < COUNT; k++) {
      const gradient = (errors[k] ?? 0) * value + L2 * (model.weights[row + k] ?? 0)
      step(model.weights, squares.weights, row + k, gradient)
    }
  }
  for (let k = 0; k < COUNT; k++) step(model.biases, squares.biases, k, errors[k] ?? 0)
}

const nothing = (): Weights => ({ weights: new Float64Array(BUCKETS * COUNT), biases: new Float64Array(COUNT) })

/** Multinomial logistic regression by stochastic gradient descent; the same examples always give the same weights. */
export function learn(examples: readonly Example[]): Weights {
  const samples = examples.map(({ subject, text, intent }) => {
    return { features: featuresOf(subject, text), label: INTENTS.indexOf(intent) }
  })
  const [model, squares] = [nothing(), nothing()]
  const random = randomFrom(SEED)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(samples, random)
    for (const sample of samples) learnFrom(sample, model, squares)
  }
  return model
}

/** Weights as int8, one scale an intent; this costs about a tenth of a point of accuracy and seven eighths of the size. */
export function quantise({ weights, biases }: Weights): Pick<StoredModel, 'weights' | 'scales' | 'biases'> {
  const highest = new Float64Array(COUNT)
  weights.forEach((weight, at) => {
    highest[at % COUNT] = Math.max(highest[at % COUNT] ?? 0, Math.abs(weight))
  })
  const scales = Array.from(highest, (value) => Number((value / INT8_MAX).toPrecision(6)))
  const bytes = Int8Array.from(weights, (weight, at) => Math.round(weight / (scales[at % COUNT] || 1)))
  return {
    weights: Buffer.from(bytes.buffer).toString('base64'),
    scales,
    biases: Array.from(biases, (bias) => Number(bias.toPrecision(6))),
  }
}
