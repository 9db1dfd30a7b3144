import { z } from 'zod'
import { appointmentId } from '../appointments/input.ts'
import { serviceId } from '../services/input.ts'
import { MESSAGE_STATES } from './rules/delivery.ts'
import { CHANNELS, EVENTS, UNITS, WAYS } from './rules/steps.ts'
import { PLACEHOLDERS, templateProblem } from './rules/template.ts'

const SUBJECT_LENGTH = 150
const MAIL_LENGTH = 4000
/** Ten texts one after the other: Twilio takes no longer ones. */
const SMS_LENGTH = 1600
const PLACE_LENGTH = 200
const LAST_MINUTE = 24 * 60 - 1
/** A year, in the smallest unit that anybody would count it in. */
const MOST_AMOUNT = 366

export const messageId = z.string().max(300).meta({ ref: 'customer_messages' })
const version = z.number().int().min(0)
const minute = z.number().int().min(0).max(LAST_MINUTE)

/** Text with placeholders; one that is not known is refused with a sentence that names those that are. */
const template = (length: number) =>
  z
    .string()
    .trim()
    .max(length)
    .superRefine((text, context) => {
      const problem = templateProblem(text)
      if (problem) context.addIssue({ code: 'custom', message: problem })
    })

/** Which step: the name of an event, or the key of a reminder that was added. */
const key = z.string().min(1).max(64).meta({ ref: 'message_steps' })
const which = { key, serviceId: serviceId.nullable().default(null) }

export const SaveStep = z.object({
  ...which,
  /** As it was looked at; 0 where nothing was kept yet. */
  version,
  isOn: z.boolean(),
  way: z.enum(WAYS),
  amount: z.number().int().min(0).max(MOST_AMOUNT),
  unit: z.enum(UNITS),
  subject: template(SUBJECT_LENGTH).refine((text) => !text.includes('\n'), 'A subject is one line.'),
  mailText: template(MAIL_LENGTH),
  smsText: template(SMS_LENGTH),
})
export const ResetStep = z.object({ ...which, version })
export const AddReminder = z.object({ amount: z.number().int().min(1).max(MOST_AMOUNT), unit: z.enum(UNITS) })
export const SaveMessageSettings = z.object({
  version,
  /** Minutes of the day; the same twice: there are no quiet hours. */
  quietFromMinute: minute,
  quietUntilMinute: minute,
  place: z.string().trim().max(PLACE_LENGTH),
})

const step = {
  key: z.string(),
  event: z.enum(EVENTS),
  isOn: z.boolean(),
  way: z.enum(WAYS),
  amount: z.number(),
  unit: z.enum(UNITS),
  subject: z.string(),
  mailText: z.string(),
  smsText: z.string(),
}
export const StepShown = z.object({
  ...step,
  /** Null: for the whole office. */
  serviceId: z.string().nullable(),
  /** 0 where it is as usual. */
  version: z.number(),
})
export const MessageSettingsShown = z.object({
  version: z.number(),
  quietFromMinute: z.number(),
  quietUntilMinute: z.number(),
  place: z.string(),
  /** Whether texts, and mails, leave this deployment. */
  sendsTexts: z.boolean(),
  sendsMails: z.boolean(),
  steps: z.array(StepShown),
})

export const SampleAsked = z.object({ serviceId: serviceId.nullable().default(null) })
/** What the placeholders would say of a real appointment, or of a made-up one where there is none. */
export const Sample = z.object({ isReal: z.boolean(), values: z.record(z.enum(PLACEHOLDERS), z.string()) })

export const OfAppointment = z.object({ id: appointmentId })
export const CustomerMessageShown = z.object({
  id: z.string(),
  appointmentId: z.string(),
  event: z.enum(EVENTS),
  channel: z.enum(CHANNELS),
  state: z.enum(MESSAGE_STATES),
  why: z.string().nullable(),
  dueAt: z.date(),
  sentAt: z.date().nullable(),
  agreedAt: z.date().nullable(),
  startsAt: z.date(),
  to: z.string().nullable(),
  subject: z.string().nullable(),
  text: z.string().nullable(),
})
export const SendAgain = z.object({ id: messageId })
export const Step = z.object({ actId: z.string(), title: z.string() })
