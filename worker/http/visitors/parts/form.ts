import { html } from 'hono/html'
import type { Speaker } from '../../../features/booking/rules/spoken.ts'
import type { Html } from '../page.ts'
import { unseen } from './office-card.ts'
import type { ServiceOffered } from './steps.ts'

export type Typed = Record<string, string | undefined>

export type BookingForm = {
  action: string
  timesAddress: string
  speaker: Speaker
  service: ServiceOffered
  fields: Record<string, string | null>
  at: Date
  /** Until when the time is held; null where it is not. */
  until: Date | null
  consent: string
  typed: Typed
  /** Times that are free instead of this one. */
  alternatives: Date[]
  stamp: string
  siteKey: string | null
}

const OUR_CONSENT = 'Please send me confirmations and reminders of my appointments by email and text message.'
const TEXT_LENGTH = 2000

export function formPart(form: BookingForm): Html {
  const { action, typed, fields, stamp, consent } = form
  return html`
${heldPart(form)}
<form method="post" action="${action}" class="details" data-keep="${fields.key ?? ''}">
${unseen({ ...fields, stamp })}
${field({ name: 'name', label: 'Your name', value: typed.name, type: 'text', complete: 'name', isRequired: true })}
<fieldset class="pair"><legend>How can we reach you? <span class="soft">One of the two is enough.</span></legend>
${field({ name: 'email', label: 'Email', value: typed.email, type: 'email', complete: 'email' })}
${field({ name: 'phone', label: 'Phone', value: typed.phone, type: 'tel', complete: 'tel' })}
</fieldset>
${form.service.questions.map((question) => questionPart(question, typed[`answer:${question.key}`]))}
<p class="field"><label for="note">Anything we should know? <span class="soft">Optional</span></label>
<textarea id="note" name="note" rows="3" maxlength="${TEXT_LENGTH}">${typed.note ?? ''}</textarea></p>
<p class="trap" aria-hidden="true"><label>Leave this empty <input name="website" tabindex="-1" autocomplete="off"></label></p>
<p class="tick"><label><input type="checkbox" name="consent" value="yes"${typed.consent === 'yes' && html` checked`}> <span>${consentWords(consent)}</span></label></p>
${form.siteKey !== null && turnstilePart(form.siteKey)}
${sendPart(form)}
</form>`
}

/** The words that a tick agrees to. */
export const consentWords = (consent: string) => consent || OUR_CONSENT

function heldPart({ until, speaker }: BookingForm): Html {
  if (until === null) return html`<p class="held" data-until="" hidden></p>`
  return html`<p class="held" data-until="${until.toISOString()}">This time is held for you until ${speaker.time(until)}.</p>`
}

function sendPart({ service, alternatives, speaker, timesAddress }: BookingForm): Html {
  if (alternatives.length > 0)
    return html`<fieldset class="instead"><legend>These times are free. Choosing one books it:</legend>
<div class="times">${alternatives.map((at) => html`<button class="time" name="at" value="${at.toISOString()}">${speaker.when(at)}</button>`)}</div>
<p><a href="${timesAddress}">See all times</a></p></fieldset>`
  return html`<p class="send"><button class="button main">${service.needsApproval ? 'Send request' : 'Book'}</button></p>
${service.needsApproval && html`<p class="soft">We will keep this time for you and confirm it.</p>`}`
}

const turnstilePart = (siteKey: string): Html => html`<div data-turnstile="${siteKey}"></div>
<noscript><p class="notice">To tell people from programs we need JavaScript here. Please switch it on, or call us.</p></noscript>`

type Field = {
  name: string
  label: string
  value: string | undefined
  type: 'text' | 'email' | 'tel'
  complete: string
  isRequired?: boolean
}

const LONGEST = { text: 100, email: 254, tel: 100 } as const

const field = ({ name, label, value, type, complete, isRequired }: Field): Html =>
  html`<p class="field"><label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type}" value="${value ?? ''}" autocomplete="${complete}" maxlength="${LONGEST[type]}"${isRequired && html` required`}></p>`

function questionPart(
  { key, label, kind, isRequired, choices }: ServiceOffered['questions'][number],
  value = '',
): Html {
  const name = `answer:${key}`
  const words = html`${label}${!isRequired && html` <span class="soft">Optional</span>`}`
  const required = isRequired && html` required`
  if (kind === 'choice')
    return html`<p class="field"><label for="${name}">${words}</label><select id="${name}" name="${name}"${required}>
<option value="">Please choose</option>${choices.map(
      (choice) => html`<option${choice === value && html` selected`}>${choice}</option>`,
    )}</select></p>`
  return html`<p class="field"><label for="${name}">${words}</label>
<textarea id="${name}" name="${name}" rows="2" maxlength="${TEXT_LENGTH}"${required}>${value}</textarea></p>`
}
