import type { Action } from '../actions.ts'
import type { Place } from '../places-in.ts'

/** An action with the words of the message it rests on and how sure it is, from 0 to 1. */
export type Proposal = { action: Action; evidence: Place[]; confidence: number }
