import type { MessageEvent, Step } from './steps.ts'

const PARTS = ['What: {service}', 'When: {day} at {time}', 'With: {with}', 'Where: {place}']
const LINK = ['', 'To change or cancel it:', '{manageLink}', 'This is possible until {changeUntil}.']

const mail = (first: string, more: readonly string[]) =>
  ['Hello {name},', '', first, ...(more.length > 0 ? ['', ...more] : []), '', '{office}'].join('\n')

const step = (
  event: MessageEvent,
  subject: string,
  mailText: string,
  smsText: string,
  more: Partial<Step> = {},
): Step => ({
  ...{ key: event, event, isOn: true, way: 'email', amount: 0, unit: 'hour', subject, mailText, smsText },
  ...more,
})

/** What an office sends before it has changed anything. A reminder goes by both ways, because it is to be seen in time. */
export const USUAL_STEPS: readonly Step[] = [
  step(
    'booked',
    'Your appointment on {day}',
    mail('Your appointment is booked. We look forward to seeing you.', [...PARTS, ...LINK]),
    '{office}: {service} is booked for {day} at {time}. See you then!',
  ),
  step(
    'requested',
    'We have your request for {day}',
    mail('Thank you for your request. We keep the time for you and will tell you soon whether it works.', [
      ...PARTS,
      ...LINK,
    ]),
    '{office}: we have your request for {day} at {time} and will answer soon.',
  ),
  step(
    'approved',
    'Your appointment on {day} is confirmed',
    mail('Good news: your request is confirmed. We look forward to seeing you.', [...PARTS, ...LINK]),
    '{office}: your appointment on {day} at {time} is confirmed. See you then!',
  ),
  step(
    'declined',
    'About your request for {day}',
    mail(
      'We are sorry: we cannot offer you {day} at {time}. Please choose another time; we would love to see you.',
      [],
    ),
    '{office}: sorry, {day} at {time} does not work. Please choose another time.',
  ),
  step(
    'moved',
    'Your appointment is now on {day}',
    mail('Your appointment has a new time.', [...PARTS, ...LINK]),
    '{office}: your appointment is now on {day} at {time}.',
  ),
  step(
    'cancelled',
    'Your appointment on {day} is cancelled',
    mail('Your appointment on {day} at {time} is cancelled. You do not have to do anything.', ['What: {service}']),
    '{office}: your appointment on {day} at {time} is cancelled.',
  ),
  step(
    'reminder',
    'See you on {day} at {time}',
    mail('This is a reminder of your appointment.', [...PARTS, ...LINK]),
    '{office}: reminder of your appointment on {day} at {time}. Reply C to confirm.',
    { way: 'both', amount: 1, unit: 'day' },
  ),
  step(
    'follow_up',
    'Thank you for your visit',
    mail('Thank you for coming. If anything is not as it should be, just answer this mail.', []),
    '{office}: thank you for coming! If anything is not as it should be, please tell us.',
    { isOn: false, amount: 1, unit: 'day' },
  ),
  step(
    'missed',
    'We missed you on {day}',
    mail('We missed you on {day} at {time}. Shall we find a new time? Just answer this mail.', []),
    '{office}: we missed you on {day} at {time}. Shall we find a new time?',
    { isOn: false, amount: 2, unit: 'hour' },
  ),
]

/** When a reminder that an owner adds comes, and what it says until they write something else. */
export const newReminder = (key: string): Step => ({
  ...step('reminder', 'See you at {time}', '', ''),
  ...{ key, way: 'sms', amount: 2, unit: 'hour' },
  mailText: mail('See you soon! This is a reminder of your appointment.', PARTS),
  smsText: '{office}: see you at {time}. Reply C to confirm.',
})

export const isUsual = (key: string) => USUAL_STEPS.some((usual) => usual.key === key)
