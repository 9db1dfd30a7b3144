import { createHash } from 'node:crypto'
import { type LinearModel, loadModel, type StoredModel } from '../rules/linear-model.ts'
import { abstainFloor, bestTemperature, judge, labelSetFloor } from './calibrate.ts'
import { type Example, readExamples, readOutOfScope } from './examples.ts'
import { type Figures, heldBack, measure } from './figures.ts'
import { learn, quantise } from './fit.ts'

const VERSION_CHARS = 12

/** The two halves of the held-out messages: every other one fits the temperature, the rest only measures. */
export function halves(examples: readonly Example[]): { fitting: Example[]; reporting: Example[] } {
  return {
    fitting: examples.filter((_, at) => at % 2 === 0),
    reporting: examples.filter((_, at) => at % 2 === 1),
  }
}

/** Trains on `sentences` and calibrates on the fitting half of `held-out`; the same files always give the same model. */
export function buildModel(): StoredModel {
  const weights = quantise(learn(readExamples('sentences')))
  const uncalibrated = { ...weights, version: '', temperature: 1, floor: 0, labelSetFloor: 0 }
  const { fitting } = halves(readExamples('held-out'))
  const model: LinearModel = loadModel(uncalibrated)
  const temperature = bestTemperature(model, fitting)
  const judged = judge({ ...model, temperature }, fitting)
  const calibrated = { ...weights, temperature, floor: abstainFloor(judged), labelSetFloor: labelSetFloor(judged) }
  const version = createHash('sha256').update(JSON.stringify(calibrated)).digest('hex').slice(0, VERSION_CHARS)
  return { version, ...calibrated }
}

/** The figures of a model on the messages that neither training nor calibration has seen. */
export function reportOn(model: LinearModel): Figures & { outOfScopeHeldBack: number } {
  const { reporting } = halves(readExamples('held-out'))
  return {
    ...measure(judge(model, reporting), model.labelSetFloor),
    outOfScopeHeldBack: heldBack(judge(model, readOutOfScope())),
  }
}
