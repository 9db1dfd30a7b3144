import { keptMessageSettings, keptSteps } from '../../../db/queries/message-steps.ts'
import type { OfficeCtx } from '../../context.ts'
import { type QuietHours, USUAL_QUIET } from './rules/quiet-hours.ts'
import { type Step, stepsFor } from './rules/steps.ts'
import { USUAL_STEPS } from './rules/usual-steps.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId'>
export type MessageRules = { stepsOf: (serviceId: string | null) => Step[]; quiet: QuietHours; place: string }

/** What the office tells its customers, when, and when not. */
export async function readMessageRules({ db, officeId }: Needs): Promise<MessageRules> {
  const [kept, settings] = await Promise.all([keptSteps(db, officeId), keptMessageSettings(db, officeId)])
  return {
    stepsOf: (serviceId) => stepsFor(USUAL_STEPS, kept, serviceId),
    quiet: settings ? { fromMinute: settings.quietFromMinute, untilMinute: settings.quietUntilMinute } : USUAL_QUIET,
    place: settings?.place ?? '',
  }
}
