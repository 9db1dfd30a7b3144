import { html } from 'hono/html'
import type { showManaged } from '../../../features/booking/manage.ts'
import type { Speaker } from '../../../features/booking/rules/spoken.ts'
import type { Html } from '../page.ts'
import { callUs } from './office-card.ts'
import { chosenSoFar } from './steps.ts'

export type Managed = Awaited<ReturnType<typeof showManaged>>

/** An appointment as its customer sees it. */
export type Seen = { managed: Managed; speaker: Speaker; path: string; embed: '1' | null; isNew: boolean }

export const withEmbed = (address: string, embed: string | null) => (embed ? `${address}?embed=1` : address)

export const appointmentLines = ({ managed, speaker }: Pick<Seen, 'managed' | 'speaker'>): Html => {
  const { title, people, startsAt, endsAt, office } = managed
  const line = (what: string, said: string, more = '') => ({ what, said, more, change: null })
  return chosenSoFar([
    line('What', title),
    line('When', speaker.when(startsAt), `to ${speaker.time(endsAt)}, ${speaker.zone(startsAt)}`),
    ...(people.length > 0 ? [line('With', people.join(', '))] : []),
    ...(office.address ? [line('Where', office.address)] : []),
  ])
}

const HEADINGS = {
  requested: 'We have your request',
  confirmed: 'Your appointment',
  arrived: 'Your appointment',
  done: 'Your appointment',
  no_show: 'Your appointment',
  cancelled: 'This appointment is cancelled',
} as const

export function appointmentPart(seen: Seen): Html {
  const { managed, isNew } = seen
  const { status, expiresAt } = managed
  const isBooked = isNew && status === 'confirmed'
  return html`<p class="sign ${status === 'cancelled' ? 'off' : 'on'}" aria-hidden="true">${status === 'cancelled' ? '×' : '✓'}</p>
<h1 tabindex="-1">${isBooked ? 'You are booked' : HEADINGS[status]}</h1>
${status === 'requested' && html`<p>We keep this time for you and will confirm it${expiresAt && html` by ${seen.speaker.when(expiresAt)}`}.</p>`}
${isBooked && html`<p>See you then. Keep this page’s address: by it you can move or cancel the appointment.</p>`}
${appointmentLines(seen)}
${status === 'cancelled' ? bookAgain(seen) : actions(seen)}`
}

function bookAgain({ managed: { office, serviceId }, embed }: Seen): Html {
  const query = new URLSearchParams({ ...(serviceId ? { service: serviceId } : {}), ...(embed ? { embed } : {}) })
  return html`<p><a class="button" href="/book/${office.slug}?${query.toString()}">Book another time</a></p>`
}

function actions({ managed, speaker, path, embed }: Seen): Html {
  const { mayChange, mayChangeUntil, serviceId, isOver, office } = managed
  if (isOver) return html`<p>${callUs(office)}</p>`
  const until = html`<p class="soft">You can change this yourself until ${speaker.when(mayChangeUntil)}.</p>`
  return html`${calendarLinks(managed, path)}
${
  mayChange
    ? html`<p class="actions">${serviceId && html`<a class="button" href="${withEmbed(`${path}/move`, embed)}">Move it</a>`}
<a class="button quiet" href="${withEmbed(`${path}/cancel`, embed)}">Cancel it</a></p>${until}`
    : html`<p class="notice">It is too late to change this here: that was possible until ${speaker.when(mayChangeUntil)}. ${callUs(office)}</p>`
}`
}

const compact = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, '')

function calendarLinks({ title, office, startsAt, endsAt }: Managed, path: string): Html {
  const google = new URLSearchParams({
    ...{ action: 'TEMPLATE', text: `${title}, ${office.name}`, location: office.address },
    dates: `${compact(startsAt)}/${compact(endsAt)}`,
  })
  return html`<p class="actions"><a class="button quiet" href="${path}/appointment.ics" download>Add to calendar</a>
<a href="https://calendar.google.com/calendar/render?${google.toString()}" target="_blank" rel="noopener noreferrer">Google Calendar</a></p>`
}

const REASON_LENGTH = 254

export const cancelPart = (seen: Seen): Html => html`<h1 tabindex="-1">Cancel this appointment?</h1>
${appointmentLines(seen)}
<form method="post" action="${withEmbed(`${seen.path}/cancel`, seen.embed)}" class="details">
<p class="field"><label for="why">Why? <span class="soft">Optional</span></label><input id="why" name="why" maxlength="${REASON_LENGTH}"></p>
<p class="actions"><button class="button bad">Cancel the appointment</button>
<a class="button quiet" href="${withEmbed(seen.path, seen.embed)}">Keep it</a></p></form>`
