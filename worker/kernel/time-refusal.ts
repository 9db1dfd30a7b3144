import type { Offer, Refused } from './diary.ts'
import { Refusal } from './refusal.ts'

/** The desk said no: `why` is for whoever has to decide what to offer now, the sentence for whoever reads it. */
export class DiaryRefusal extends Refusal {
  readonly why: Refused['why']

  constructor(why: Refused['why'], sentence: string) {
    super('conflict', sentence)
    this.why = why
  }
}

/** The time cannot be had; these can. */
export class TimeRefusal extends DiaryRefusal {
  readonly alternatives: Offer[]

  constructor(why: Refused['why'], sentence: string, alternatives: Offer[]) {
    super(why, sentence)
    this.alternatives = alternatives
  }
}
