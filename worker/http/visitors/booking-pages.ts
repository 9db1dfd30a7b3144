import { type Context, Hono } from 'hono'
import type { OfficeCtx } from '../../context.ts'
import { bookAsGuest, holdTime } from '../../features/booking/book-as-guest.ts'
import { GuestBook, GuestHold } from '../../features/booking/input.ts'
import { showOffice } from '../../features/booking/show-office.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { TimeRefusal } from '../../kernel/time-refusal.ts'
import type { HttpEnv } from '../app.ts'
import { STATUS } from '../status.ts'
import { bookingStep, type Said } from './booking-step.ts'
import { addressWith, readChoice } from './choice.ts'
import { limit, officeOf, parsed, textOf } from './doors.ts'
import type { Typed } from './parts/form.ts'
import { consentWords } from './parts/form.ts'
import { troublePage } from './trouble-page.ts'

// The booking page. Each step is an address, choosing a time and booking are forms, and all of it works without a script;
// `web/features/booking/visitor.ts` only spares the page changes.

export const bookingPages = new Hono<HttpEnv>()
bookingPages.onError((error, c) => troublePage(c, error))

bookingPages.get('/:officeSlug', async (c) => {
  const needs = await officeOf(c)
  return bookingStep(c, needs, await showOffice(needs), readChoice(c.req.query()))
})

/** Keeps the time while the form is open. Sent twice it is kept once, and another time takes its place. */
bookingPages.post('/:officeSlug/hold', async (c) => {
  const [needs, typed] = await formOf(c)
  const choice = readChoice(typed)
  try {
    await limit(c, 'hold_time')
    const { expiresAt } = await holdTime(needs, parsed(GuestHold, wantedIn(needs, typed)))
    const until = expiresAt.toISOString()
    return c.redirect(addressWith(`/book/${needs.office.slug}`, { ...choice, until }), 303)
  } catch (error) {
    // A form that was used up already would be refused again and again.
    const isUsedUp = error instanceof Refusal && error.code === 'conflict' && !(error instanceof TimeRefusal)
    const key = isUsedUp ? null : choice.key
    return refused(c, needs, { ...choice, at: null, until: null, key }, error)
  }
})

bookingPages.post('/:officeSlug', async (c) => {
  const [needs, typed] = await formOf(c)
  try {
    await limit(c, 'book', typed.email || typed.phone)
    const { token } = await bookAsGuest(needs, parsed(GuestBook, bookedBy(needs, typed)))
    return c.redirect(addressWith(`/a/${token}`, readChoice({ ...embedOf(c) })) + newMark(c), 303)
  } catch (error) {
    return refused(c, needs, readChoice(typed), error, typed)
  }
})

const embedOf = (c: Context<HttpEnv>) => (c.req.query('embed') === '1' ? { embed: '1' } : {})
/** Says on the next page that this was the booking. */
const newMark = (c: Context<HttpEnv>) => (c.req.query('embed') === '1' ? '&new=1' : '?new=1')

async function formOf(c: Context<HttpEnv>): Promise<[OfficeCtx, Typed]> {
  const text = await textOf(c)
  // A name that comes twice is the button's, which stands behind what the form already held.
  return [await officeOf(c), Object.fromEntries(new URLSearchParams(text))]
}

const wantedIn = ({ office }: OfficeCtx, typed: Typed) => ({
  ...{ key: typed.key, serviceId: typed.service, startsAt: typed.at },
  staffId: typed.with && typed.with !== 'any' ? typed.with : null,
  timeZone: typed.zone || office.timeZone,
})

const ANSWER = 'answer:'

const bookedBy = (needs: OfficeCtx, typed: Typed) => ({
  ...wantedIn(needs, typed),
  ...{ name: typed.name ?? '', email: typed.email, phone: typed.phone, note: typed.note },
  answers: Object.entries(typed)
    .filter(([name, text]) => name.startsWith(ANSWER) && text?.trim())
    .map(([name, text]) => ({ key: name.slice(ANSWER.length), text })),
  consent: typed.consent === 'yes' ? consentWords(needs.office.settings.booking?.consent ?? '') : null,
  proof: { token: typed['cf-turnstile-response'], trap: typed.website ?? '', stamp: typed.stamp ?? '' },
})

/** A "no" that can be mended is said on the same step, with all that was typed; anything else is a page of its own. */
async function refused(
  c: Context<HttpEnv>,
  needs: OfficeCtx,
  choice: ReturnType<typeof readChoice>,
  error: unknown,
  typed: Typed = {},
): Promise<Response> {
  if (!(error instanceof Refusal) || error.code === 'too_large') return troublePage(c, error, needs.office)
  const said: Said = {
    ...{ sentence: error.message, status: STATUS[error.code], typed },
    alternatives: error instanceof TimeRefusal ? error.alternatives.map(({ startsAt }) => new Date(startsAt)) : [],
  }
  // What was chosen is offered no more, or not by them: then it is chosen anew, from what there is now.
  const isGone = error.code === 'not_found'
  const kept = isGone ? { ...choice, at: null, until: null } : choice
  return bookingStep(c, needs, await showOffice(needs), kept, said)
}
