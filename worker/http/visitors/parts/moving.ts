import { html } from 'hono/html'
import { addressWith } from '../choice.ts'
import type { Html } from '../page.ts'
import type { shownDays } from '../shown-days.ts'
import { appointmentLines, type Seen, withEmbed } from './appointment.ts'
import { unseen } from './office-card.ts'
import { chosenSoFar } from './steps.ts'
import { groupsOf, timesPart } from './times.ts'

/** To when an appointment could be moved. Choosing a time only asks whether it is meant. */
export function moveTimes(
  seen: Seen,
  { from, days, date, earlier, later, nextFree }: Awaited<ReturnType<typeof shownDays>>,
) {
  const { speaker, embed } = seen
  const path = `${seen.path}/move`
  const kept = { zone: speaker.timeZone, embed }
  const to = (from: string, day: string | null = null) => addressWith(path, { ...kept, from, day })
  return html`<h1 tabindex="-1">Move your appointment</h1>${appointmentLines(seen)}
${timesPart({
  ...{ speaker, days, date, later: to(later), toDay: (day) => to(from, day) },
  earlier: earlier && to(earlier),
  nextFree: nextFree === null ? null : { date: nextFree, address: to(nextFree) },
  zoneForm: { action: path, fields: { embed, from } },
  chooser: (groups) =>
    groupsOf(
      groups,
      (at) =>
        html`<a class="time" href="${addressWith(path, { ...kept, at: at.toISOString() })}">${speaker.time(at)}</a>`,
    ),
})}
<p><a href="${withEmbed(seen.path, embed)}">Leave it as it is</a></p>`
}

export function moveConfirmation(seen: Seen, { at, key }: { at: Date; key: string }): Html {
  const { speaker, path, embed, managed } = seen
  const line = (what: string, said: string) => ({ what, said, change: null })
  const times = addressWith(`${path}/move`, { zone: speaker.timeZone, embed })
  return html`<h1 tabindex="-1">Move it to this time?</h1>
${chosenSoFar([line('From', speaker.when(managed.startsAt)), line('To', speaker.when(at))])}
<form method="post" action="${withEmbed(`${path}/move`, embed)}">
${unseen({ at: at.toISOString(), zone: speaker.timeZone, key })}
<p class="actions"><button class="button main">Move it</button><a class="button quiet" href="${times}">Other times</a></p></form>`
}
