import { LOWEST_THRESHOLD, type OfficeSettings } from '../../office/rules/settings.ts'
import type { ActionKind } from './actions.ts'
import { holdsBack } from './flags.ts'
import type { Intent } from './intents.ts'

/** What it costs when an action was wrong: a click to undo, something others already saw, or something that stays. */
export type Risk = 'low' | 'medium' | 'high'

/** A new deal or request is a row that nobody outside sees; a mark as spam hides a message from whoever should answer. */
export const RISK: Readonly<Record<ActionKind, Risk>> = {
  create_contact: 'low',
  update_contact: 'low',
  create_task: 'low',
  create_deal: 'low',
  request_appointment: 'low',
  draft_reply: 'low',
  mark_spam: 'medium',
}

export type GateQuestion = {
  confidence: number
  threshold: number
  risk: Risk
  flags: readonly string[]
  /** What the office set; undefined where it set nothing. */
  intentIsOn: boolean | undefined
  actionIsOn: boolean | undefined
}

function isSwitchedOn({ risk, intentIsOn, actionIsOn }: GateQuestion): boolean {
  if (intentIsOn === false || actionIsOn === false) return false
  if (risk === 'low') return true
  return actionIsOn === true && (risk === 'medium' || intentIsOn === true)
}

/**
 * Whether an action may happen without a person. What is of low risk may unless it was switched off, medium risk only
 * where the action was switched on, high risk only where the intent was as well; a flagged message never.
 */
export const mayApplyItself = (question: GateQuestion): boolean =>
  !holdsBack(question.flags) &&
  question.confidence >= Math.max(question.threshold, LOWEST_THRESHOLD) &&
  isSwitchedOn(question)

/** The same question for one action in one office. */
export const gateAllows = (
  settings: OfficeSettings['gate'],
  { intent, kind, ...asked }: { intent: Intent; kind: ActionKind; confidence: number; flags: readonly string[] },
): boolean =>
  mayApplyItself({
    confidence: asked.confidence,
    flags: asked.flags,
    threshold: settings.threshold,
    risk: RISK[kind],
    intentIsOn: settings.intents[intent],
    actionIsOn: settings.actions[kind],
  })
