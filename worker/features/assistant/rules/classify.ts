import { featuresOf } from './features.ts'
import { INTENTS, type Intent } from './intents.ts'
import { type LinearModel, loadModel, probabilities } from './linear-model.ts'
import { STORED_MODEL } from './model.generated.ts'

export type Verdict = {
  intent: Intent
  /** The calibrated probability of `intent`. */
  confidence: number
  /** Every intent that may well be meant, the likeliest first; it holds the true one about nine times in ten. */
  alternatives: Intent[]
  isSure: boolean
}

const MODEL: LinearModel = loadModel(STORED_MODEL)

/** The version of the weights, which every stored reading names. */
export const MODEL_VERSION = STORED_MODEL.version

/** Names the intent of a message by a given model. `isSure` is false below the floor under which no intent is named. */
export function classifyBy(model: LinearModel, subject: string, text: string): Verdict {
  const chances = probabilities(model, featuresOf(subject, text))
  const ranked = INTENTS.map((intent, at) => ({ intent, chance: chances[at] ?? 0 })).sort((a, b) => b.chance - a.chance)
  const likeliest = ranked[0] ?? { intent: 'other', chance: 0 }
  return {
    intent: likeliest.intent,
    confidence: likeliest.chance,
    alternatives: ranked
      .filter(({ chance }, at) => at === 0 || chance >= model.labelSetFloor)
      .map(({ intent }) => intent),
    isSure: likeliest.chance >= model.floor,
  }
}

/** Names the intent of a message by the model that ships with this code. */
export const classify = (subject: string, text: string): Verdict => classifyBy(MODEL, subject, text)
