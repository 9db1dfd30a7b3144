import type { Intent } from '../../../worker/features/assistant/rules/intents.ts'
import classes from './intent-badge.module.css'
import { INTENT_NAMES, INTENT_TONES } from './intent-names.ts'

/** What a message wants, in a word. */
export function IntentBadge({ intent }: { intent: Intent }) {
  return <span className={`${classes.badge} ${classes[INTENT_TONES[intent]] ?? ''}`}>{INTENT_NAMES[intent]}</span>
}
