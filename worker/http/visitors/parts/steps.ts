import { html } from 'hono/html'
import { spokenLength, spokenPrice } from '../../../features/booking/rules/spoken.ts'
import type { showOffice } from '../../../features/booking/show-office.ts'
import { addressWith, type Choice } from '../choice.ts'
import type { Html } from '../page.ts'

export type Shown = Awaited<ReturnType<typeof showOffice>>
export type ServiceOffered = Shown['services'][number]

/** How the words of a step are written: for whom, and from where its addresses start. */
export type Step = { locale: string; path: string; choice: Choice; shown: Shown }

/** What a service takes, in a few words. */
export const factsOf = ({ locale, shown }: Pick<Step, 'locale' | 'shown'>, service: ServiceOffered): string =>
  [
    spokenLength(service.lengthMinutes),
    ...(service.priceMinor === null ? [] : [spokenPrice(locale, service.priceMinor, shown.office.currency)]),
    ...(service.seats > 1 ? [`group of up to ${service.seats}`] : []),
    ...(service.needsApproval ? ['we confirm each request'] : []),
  ].join(' · ')

export function servicesStep(step: Step): Html {
  const { path, choice, shown } = step
  const { zone, embed } = choice
  const to = ({ id }: ServiceOffered) => addressWith(path, { service: id, zone, embed })
  return html`
<h1 tabindex="-1">What would you like to book?</h1>
${shown.office.welcome && html`<p class="welcome">${shown.office.welcome}</p>`}
${
  shown.services.length === 0
    ? html`<p class="empty">Nothing can be booked here just now.</p>`
    : html`<ul class="choices">${shown.services.map(
        (service) => html`<li><a class="choice" href="${to(service)}" data-colour="${service.colour}">
  <strong>${service.name}</strong>
  ${service.description && html`<span class="soft">${service.description}</span>`}
  <span class="facts">${factsOf(step, service)}</span>
</a></li>`,
      )}</ul>`
}`
}

export function peopleStep({ path, choice }: Step, service: ServiceOffered): Html {
  const { zone, embed } = choice
  const to = (who: string) => addressWith(path, { service: service.id, with: who, zone, embed })
  return html`
<h1 tabindex="-1">With whom?</h1>
<ul class="choices people">
  <li><a class="choice" href="${to('any')}"><strong>Anyone</strong><span class="soft">The most free times</span></a></li>
  ${service.staff.map(({ id, name }) => html`<li><a class="choice" href="${to(id)}"><strong>${name}</strong></a></li>`)}
</ul>`
}

type Line = { what: string; said: string; more?: string; change: string | null }

/** What is chosen so far, each with the way back to it. */
export const chosenSoFar = (lines: Line[]): Html => html`
<dl class="chosen">${lines.map(
  ({ what, said, more, change }) => html`<div>
  <dt>${what}</dt>
  <dd><span><strong>${said}</strong>${more && html` <span class="soft">${more}</span>`}</span>
  ${change !== null && html`<a href="${change}">Change<span class="unseen"> ${what.toLowerCase()}</span></a>`}</dd>
</div>`,
)}</dl>`

/** What was chosen on the way to a step, as far as there was anything to choose. */
export function chosenLines(step: Step, service: ServiceOffered, when?: { said: string; change: string }): Html {
  const { path, choice, shown } = step
  const { zone, embed, key } = choice
  const person = service.staff.find(({ id }) => id === choice.with)
  const isOnly = shown.services.length === 1
  return chosenSoFar([
    {
      ...{ what: 'Service', said: service.name, more: factsOf(step, service) },
      change: isOnly ? null : addressWith(path, { zone, embed, key }),
    },
    ...(service.staff.length > 1 && choice.with
      ? [
          {
            ...{ what: 'With', said: person?.name ?? 'Anyone' },
            change: addressWith(path, { service: service.id, zone, embed, key }),
          },
        ]
      : []),
    ...(when ? [{ what: 'When', ...when }] : []),
  ])
}
