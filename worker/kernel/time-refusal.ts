import type { Offer } from './diary.ts'
import { Refusal } from './refusal.ts'

/** The time cannot be had; these can. */
export class TimeRefusal extends Refusal {
  readonly alternatives: Offer[]

  constructor(sentence: string, alternatives: Offer[]) {
    super('conflict', sentence)
    this.alternatives = alternatives
  }
}
