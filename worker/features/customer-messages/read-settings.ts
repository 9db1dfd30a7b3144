import type { z } from 'zod'
import { keptMessageSettings, keptSteps } from '../../../db/queries/message-steps.ts'
import type { OfficeCtx } from '../../context.ts'
import type { MessageSettingsShown } from './input.ts'
import { USUAL_QUIET } from './rules/quiet-hours.ts'
import { stepsFor } from './rules/steps.ts'
import { USUAL_STEPS } from './rules/usual-steps.ts'

/** All messages of the office, then those that a service has of its own. */
export async function readMessageSettings({
  env,
  db,
  officeId,
}: Pick<OfficeCtx, 'env' | 'db' | 'officeId'>): Promise<z.infer<typeof MessageSettingsShown>> {
  const [kept, settings] = await Promise.all([keptSteps(db, officeId), keptMessageSettings(db, officeId)])
  const versionOf = (key: string) => kept.find((row) => row.key === key && row.serviceId === null)?.version ?? 0
  const ofOffice = stepsFor(USUAL_STEPS, kept, null)
  return {
    version: settings?.version ?? 0,
    quietFromMinute: settings?.quietFromMinute ?? USUAL_QUIET.fromMinute,
    quietUntilMinute: settings?.quietUntilMinute ?? USUAL_QUIET.untilMinute,
    place: settings?.place ?? '',
    sendsTexts: Boolean(env.TWILIO_ACCOUNT_SID && env.TWILIO_AUTH_TOKEN && env.TWILIO_FROM),
    sendsMails: Boolean(env.MAIL_FROM),
    steps: [
      ...ofOffice.map((step) => ({ ...step, serviceId: null, version: versionOf(step.key) })),
      ...kept.filter(({ serviceId }) => serviceId !== null),
    ],
  }
}
