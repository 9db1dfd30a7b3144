import type { Channel } from './steps.ts'

/** The same however often a change is followed: a change of an appointment is told once by each way. */
export const changeMessageId = (appointmentId: string, deskVersion: number, channel: Channel) =>
  `${appointmentId}.${deskVersion}.${channel}`

/** A step comes once for a start: moved away and back, an appointment has the message that it had. */
export const timedMessageId = (appointmentId: string, stepKey: string, channel: Channel, startsAt: number) =>
  `${appointmentId}.${stepKey}.${channel}.${startsAt.toString(36)}`
