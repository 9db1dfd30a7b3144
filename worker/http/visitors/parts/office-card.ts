import { html } from 'hono/html'
import { spokenWeek, type Windows } from '../../../features/booking/rules/spoken.ts'
import type { Html } from '../page.ts'

export type OfficeWords = { name: string; slug: string; phone: string; address: string }

/** Whose page this is, and how else the office can be reached. */
export const officeCard = (locale: string, office: OfficeWords, hours: Windows = []): Html => html`
<header class="office">
  <p class="sign" aria-hidden="true">${[...office.name][0]?.toUpperCase() ?? ''}</p>
  <div>
    <p class="office-name">${office.name}</p>
    ${office.address && html`<p class="soft">${office.address}</p>`}
    ${office.phone && html`<p><a href="${telephone(office.phone)}">${office.phone}</a></p>`}
  </div>
  ${hours.length > 0 && openingHours(locale, hours)}
</header>`

const openingHours = (locale: string, hours: Windows): Html => html`
<details class="hours">
  <summary>Opening hours</summary>
  <dl>${spokenWeek(locale, hours).map(({ days, hours }) => html`<div><dt>${days}</dt><dd>${hours}</dd></div>`)}</dl>
</details>`

const telephone = (phone: string) => `tel:${phone.replace(/[^+\d]/g, '')}`

/** What to do where this page cannot help. */
export const callUs = ({ name, phone }: Pick<OfficeWords, 'name' | 'phone'>): Html =>
  phone ? html`Please call ${name}: <a href="${telephone(phone)}">${phone}</a>.` : html`Please contact ${name}.`

/** Something that the visitor has to know before they go on; a screen reader says it at once. */
export const notice = (sentence: string | Html): Html => html`<div class="notice" role="alert"><p>${sentence}</p></div>`

/** What a form brings along unseen. */
export const unseen = (fields: Record<string, string | null>): Html =>
  html`${Object.entries(fields).map(
    ([name, value]) => value !== null && html`<input type="hidden" name="${name}" value="${value}">`,
  )}`
