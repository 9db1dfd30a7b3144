import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { calendarFileOf } from '../../features/booking/calendar-file.ts'
import { ManagedCancel, ManagedMove } from '../../features/booking/input.ts'
import { cancelManaged, managedSlots, moveManaged, type Opened, showManaged } from '../../features/booking/manage.ts'
import { speakerFor } from '../../features/booking/rules/spoken.ts'
import { publicWords } from '../../features/booking/show-office.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayIn } from '../../kernel/time.ts'
import type { HttpEnv } from '../app.ts'
import { STATUS } from '../status.ts'
import { readChoice } from './choice.ts'
import { limit, limitReads, openedBy, parsed, textOf } from './doors.ts'
import { type Html, localeAt, visitorPage } from './page.ts'
import { appointmentPart, cancelPart, type Seen, withEmbed } from './parts/appointment.ts'
import { moveConfirmation, moveTimes } from './parts/moving.ts'
import { notice, officeCard } from './parts/office-card.ts'
import { shownDays } from './shown-days.ts'
import { troublePage } from './trouble-page.ts'

// What the link in a customer's mail opens. GET only shows, because mail scanners open every link; what changes is a form.

type Page = Context<HttpEnv>

export const managePages = new Hono<HttpEnv>()
managePages.onError((error, c) => troublePage(c, error))

managePages.get('/:token', async (c) => {
  const opened = await openedBy(c)
  return shown(c, opened, appointmentPart(await seenBy(c, opened)))
})
managePages.get('/:token/appointment.ics', async (c) => {
  const opened = await openedBy(c)
  const address = `${c.env.PUBLIC_URL.replace(/\/$/, '')}/a/${c.req.param('token')}`
  c.header('Content-Type', 'text/calendar; charset=utf-8; method=PUBLISH')
  c.header('Content-Disposition', 'attachment; filename="appointment.ics"')
  return c.body(calendarFileOf(opened, address))
})
managePages.get('/:token/cancel', async (c) => {
  const opened = await openedBy(c)
  const seen = await seenBy(c, opened)
  return shown(c, opened, seen.managed.mayChange ? cancelPart(seen) : appointmentPart(seen))
})
managePages.get('/:token/move', async (c) => {
  const opened = await openedBy(c)
  return shown(c, opened, await movePart(c, opened, await seenBy(c, opened)))
})

managePages.post('/:token/cancel', (c) =>
  changed(c, (opened, typed) => cancelManaged(opened, parsed(ManagedCancel, typed))),
)
managePages.post('/:token/move', (c) =>
  changed(c, (opened, typed) => {
    const wanted = { key: typed.key, startsAt: typed.at, timeZone: typed.zone || opened.needs.office.timeZone }
    return moveManaged(opened, parsed(ManagedMove, { ...wanted, staffId: typed.with }))
  }),
)

async function changed(c: Page, change: (opened: Opened, typed: Record<string, string>) => Promise<unknown>) {
  const typed = Object.fromEntries(new URLSearchParams(await textOf(c)))
  const opened = await openedBy(c)
  try {
    await limit(c, 'manage')
    await change(opened, typed)
    return c.redirect(withEmbed(`/a/${c.req.param('token')}`, c.req.query('embed') ?? null), 303)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not_found') throw error
    // It is shown as it is now, which says what can still be done.
    const seen = await seenBy(c, opened)
    const isFree = typed.at && seen.managed.mayChange
    const content = isFree ? await movePart(c, opened, seen, { isRefused: true }) : appointmentPart(seen)
    return shown(c, opened, html`${notice(error.message)}${content}`, STATUS[error.code])
  }
}

async function seenBy(c: Page, opened: Opened): Promise<Seen> {
  const managed = await showManaged(opened)
  const { zone, embed } = readChoice(c.req.query())
  const speaker = speakerFor(localeAt(c), zone ?? managed.viewerTimeZone)
  return { managed, speaker, path: `/a/${c.req.param('token')}`, embed, isNew: c.req.query('new') === '1' }
}

function shown(c: Page, { needs }: Opened, content: Html, status: (typeof STATUS)[keyof typeof STATUS] | 200 = 200) {
  const { office } = needs
  const words = { ...publicWords(office), name: office.name, slug: office.slug }
  const page = html`${officeCard(localeAt(c), words)}<main id="step">${content}</main>`
  return visitorPage(c, {
    ...{ title: `Your appointment at ${office.name}`, content: page, office },
    status: status === 401 ? 403 : status,
  })
}

async function movePart(c: Page, opened: Opened, seen: Seen, { isRefused } = { isRefused: false }): Promise<Html> {
  if (!seen.managed.mayChange || !seen.managed.serviceId) return appointmentPart(seen)
  const choice = readChoice(c.req.query())
  if (choice.at && !isRefused) return moveConfirmation(seen, { at: new Date(choice.at), key: crypto.randomUUID() })
  await limitReads(c)
  const { timeZone } = seen.speaker
  const read = async (from: string, days: number) =>
    (await managedSlots(opened, { staffId: null, from, days, timeZone })).days
  const days = await shownDays(read, { ...choice, today: dayIn(timeZone, opened.needs.now()) })
  return moveTimes(seen, days)
}
