import { html } from 'hono/html'
import type { EMPTY_BECAUSE } from '../../../features/appointments/rules/days.ts'
import { type Speaker, spokenDay } from '../../../features/booking/rules/spoken.ts'
import type { Html } from '../page.ts'
import { unseen } from './office-card.ts'

export type DayOffered = {
  date: string
  starts: Date[]
  why: (typeof EMPTY_BECAUSE)[number] | null
}

export type Times = {
  speaker: Speaker
  days: DayOffered[]
  /** The day whose times are shown. */
  date: string
  /** Where other days are; null where there are none to go to. */
  toDay: (date: string) => string
  earlier: string | null
  later: string | null
  /** The next day with free times, where these have none. */
  nextFree: { date: string; address: string } | null
  /** What choosing another zone must not forget. */
  zoneForm: { action: string; fields: Record<string, string | null> }
  /** The times of the day, each as something to choose. */
  chooser: (groups: { name: string; starts: Date[] }[]) => Html
}

const WHY = {
  closed: 'Closed',
  full: 'Full',
  too_soon: 'Too soon',
  beyond_horizon: 'Not yet open',
  trouble: 'Not known',
} as const
const SENTENCE = {
  closed: 'There are no appointments on this day.',
  full: 'Everything is booked on this day.',
  too_soon: 'It is too late to book this day here: appointments have to be booked some time ahead.',
  beyond_horizon: 'This day is too far ahead: it cannot be booked yet.',
  trouble: 'Which times are free is not known just now. Please look again in a while, or get in touch.',
} as const

export function timesPart(times: Times): Html {
  const { days, date, nextFree, speaker } = times
  const day = days.find((each) => each.date === date)
  return html`
${zonePart(times)}
<nav class="days" aria-label="Days">
  ${stepLink(times.earlier, 'Earlier', '‹')}
  <ol data-sideways>${days.map((each) => dayPart(times, each))}</ol>
  ${stepLink(times.later, 'Later', '›')}
</nav>
<h2>${spokenDay(speaker.locale, date).whole}</h2>
${day && day.starts.length > 0 ? times.chooser(byTimeOfDay(speaker, day.starts)) : emptyDay(day?.why ?? 'closed')}
${
  nextFree &&
  html`<p><a class="button" href="${nextFree.address}">Next free day: ${spokenDay(speaker.locale, nextFree.date).whole}</a></p>`
}`
}

const emptyDay = (why: keyof typeof SENTENCE): Html => html`<p class="empty">${SENTENCE[why]}</p>`

const stepLink = (address: string | null, words: string, sign: string): Html =>
  address === null
    ? html`<span class="turn" aria-hidden="true"></span>`
    : html`<a class="turn" href="${address}" aria-label="${words} days">${sign}</a>`

function dayPart({ speaker, date, toDay }: Times, each: DayOffered): Html {
  const { weekday, day, month } = spokenDay(speaker.locale, each.date)
  const words = each.why === null ? `${each.starts.length} free` : WHY[each.why]
  return html`<li><a href="${toDay(each.date)}"${each.date === date && html` aria-current="date"`}${each.why !== null && html` class="none"`}><span>${weekday}</span> <strong>${day}</strong> <span>${month}</span> <small>${words}</small></a></li>`
}

const NOON = 12
const EVENING = 17

function byTimeOfDay(speaker: Speaker, starts: Date[]) {
  const from = (first: number, until: number) =>
    starts.filter((at) => speaker.hour(at) >= first && speaker.hour(at) < until)
  return [
    { name: 'Morning', starts: from(0, NOON) },
    { name: 'Afternoon', starts: from(NOON, EVENING) },
    { name: 'Evening', starts: from(EVENING, 24) },
  ].filter((group) => group.starts.length > 0)
}

/** In whose clock the times are; without a script it is the office's until somebody chooses theirs. */
function zonePart({ speaker, zoneForm, days }: Times): Html {
  const { timeZone } = speaker
  const at = days[0]?.starts[0] ?? new Date(days[0]?.date ?? 0)
  const known = Intl.supportedValuesOf('timeZone')
  const zones = known.includes(timeZone) ? known : [timeZone, ...known]
  return html`<details class="zone"><summary>Times in ${speaker.zone(at)}</summary>
<form method="get" action="${zoneForm.action}">${unseen(zoneForm.fields)}
<label>Time zone <select name="zone" data-zone>${zones.map(
    (zone) =>
      html`<option value="${zone}"${zone === timeZone && html` selected`}>${zone.replaceAll('_', ' ')}</option>`,
  )}</select></label>
<button class="button quiet">Show times</button></form></details>`
}

/** The groups of times as the buttons or links that somebody chooses by. */
export const groupsOf = (groups: { name: string; starts: Date[] }[], one: (at: Date) => Html): Html =>
  html`${groups.map(
    ({ name, starts }) =>
      html`<section class="group"><h3>${name}</h3><div class="times">${starts.map(one)}</div></section>`,
  )}`
