import { html } from 'hono/html'
import type { OfficeCtx } from '../../context.ts'
import { guestSlots } from '../../features/booking/book-as-guest.ts'
import { type Speaker, speakerFor } from '../../features/booking/rules/spoken.ts'
import { DAY_MS, dayIn } from '../../kernel/time.ts'
import type { HttpContext } from '../app.ts'
import { addressWith, type Choice } from './choice.ts'
import { limitReads } from './doors.ts'
import { type Html, localeAt, visitorPage } from './page.ts'
import { formPart, type Typed } from './parts/form.ts'
import { notice, officeCard, unseen } from './parts/office-card.ts'
import { chosenLines, peopleStep, type ServiceOffered, type Shown, type Step, servicesStep } from './parts/steps.ts'
import { groupsOf, timesPart } from './parts/times.ts'
import { shownDays } from './shown-days.ts'

/** What was just refused, beside the step that it is to be mended on. */
export type Said = {
  sentence: string
  status: 400 | 401 | 403 | 404 | 409 | 413 | 429 | 503
  typed: Typed
  alternatives: Date[]
}
const GONE = 'What you chose is not offered any more. Please choose again.'
const ALTERNATIVES_SHOWN = 6

/** The step that comes next after what is chosen so far. */
export async function bookingStep(
  c: HttpContext,
  needs: OfficeCtx,
  shown: Shown,
  choice: Choice,
  said?: Said,
): Promise<Response> {
  const locale = localeAt(c)
  const step: Step = { locale, path: `/book/${shown.office.slug}`, choice, shown }
  const service = serviceChosen(shown, choice)
  const isGone = choice.service !== null && !service
  const isPersonGone = !!service && !isPersonKnown(service, choice)
  const content = await nextStep(c, needs, step, service ?? null, said)
  const words = said?.sentence ?? (isGone || isPersonGone ? GONE : null)
  const page = html`${officeCard(locale, shown.office, shown.hours)}
<main id="step">${words !== null && notice(words)}${content}</main>`
  const status = said && said.status !== 401 ? said.status : 200
  return visitorPage(c, { title: `Book at ${shown.office.name}`, content: page, office: needs.office, status })
}

/** Where only one thing is offered, it is chosen. */
const serviceChosen = ({ services }: Shown, { service: id }: Choice) =>
  services.find((service) => service.id === id) ?? (id === null && services.length === 1 ? services[0] : undefined)

const isPersonKnown = ({ staff }: ServiceOffered, { with: who }: Choice) =>
  who === null || who === 'any' || staff.some(({ id }) => id === who)

async function nextStep(
  c: HttpContext,
  needs: OfficeCtx,
  step: Step,
  service: ServiceOffered | null,
  said?: Said,
): Promise<Html> {
  const { choice } = step
  if (!service) return servicesStep(step)
  const mustChoose = service.staff.length > 1 && (choice.with === null || !isPersonKnown(service, choice))
  if (mustChoose || !isPersonKnown(service, choice))
    return html`${chosenLines({ ...step, choice: { ...choice, with: null } }, service)}${peopleStep(step, service)}`
  const speaker = speakerFor(step.locale, choice.zone ?? step.shown.office.timeZone)
  if (choice.at && choice.key) return formStep(needs, step, service, speaker, said)
  await limitReads(c)
  return timesStep(needs, step, service, speaker)
}

async function timesStep(needs: OfficeCtx, step: Step, service: ServiceOffered, speaker: Speaker): Promise<Html> {
  const { path, choice } = step
  const { timeZone } = speaker
  const staffId = choice.with === 'any' ? null : choice.with
  const asked = { serviceId: service.id, staffId, timeZone }
  const read = async (from: string, days: number) =>
    (await guestSlots(needs, { ...asked, from, days, key: choice.key })).days
  const shown = await shownDays(read, { ...choice, today: dayIn(timeZone, needs.now()) })
  const { with: who, zone, key, embed } = choice
  const kept = { service: service.id, with: who, zone, key, embed }
  const to = (from: string, day?: string) => addressWith(path, { ...kept, from, ...(day ? { day } : {}) })
  const fields = { ...kept, key: key ?? crypto.randomUUID(), zone: timeZone }
  return html`${chosenLines(step, service)}<h1 tabindex="-1">When suits you?</h1>
${timesPart({
  ...{ speaker, days: shown.days, date: shown.date, toDay: (day) => to(shown.from, day) },
  earlier: shown.earlier && to(shown.earlier),
  later: to(shown.later),
  nextFree: shown.nextFree === null ? null : { date: shown.nextFree, address: to(shown.nextFree) },
  zoneForm: { action: path, fields: { ...kept, zone: null, from: choice.from } },
  chooser: (groups) => html`<form method="post" action="${addressWith(`${path}/hold`, { embed })}">${unseen(fields)}
${groupsOf(groups, (at) => html`<button class="time" name="at" value="${at.toISOString()}">${speaker.time(at)}</button>`)}
</form>`,
})}`
}

async function formStep(
  needs: OfficeCtx,
  step: Step,
  service: ServiceOffered,
  speaker: Speaker,
  said?: Said,
): Promise<Html> {
  const { path, choice, shown } = step
  const { with: who, key, embed } = choice
  const at = new Date(choice.at ?? 0)
  const alternatives = said?.alternatives.slice(0, ALTERNATIVES_SHOWN) ?? []
  const mustChooseAgain = alternatives.length > 0
  const until = choice.until ? new Date(choice.until) : null
  const isHeld = until !== null && until > needs.now() && !mustChooseAgain
  const kept = { service: service.id, with: who, zone: speaker.timeZone, key, embed }
  const day = dayIn(speaker.timeZone, at)
  const timesAddress = addressWith(path, { ...kept, from: dayBefore(day), day })
  return html`${chosenLines(step, service, { said: speaker.when(at), change: timesAddress })}
<h1 tabindex="-1">Your details</h1>
${formPart({
  ...{ action: addressWith(path, { embed }), timesAddress, speaker, service, at },
  ...{ until: isHeld ? until : null, consent: shown.office.consent, typed: said?.typed ?? {} },
  fields: { ...kept, at: choice.at, until: choice.until },
  alternatives,
  // Whoever was believed already is not taken for a program because another time is chosen quickly.
  stamp: (mustChooseAgain && said?.typed.stamp) || (await needs.bots.stamp()),
  siteKey: needs.bots.siteKey,
})}`
}

/** The strip of days begins a little before the one that matters, so that it is not the first. */
const dayBefore = (day: string) => new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10)
