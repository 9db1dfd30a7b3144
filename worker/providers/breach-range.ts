import type { Breaches } from '../features/office/breaches.ts'
import { SECOND_MS } from '../kernel/time.ts'

/** Whoever signs up waits for it. */
const WAIT_MS = 2 * SECOND_MS
/** A range of the service as it is today has some 40 KB; with the padding that we ask for, twice that. */
const LONGEST_ANSWER_BYTES = 500_000
/** The rest of a SHA-1, and how often it was seen; padding was seen zero times. */
const LINE = /^([0-9A-F]{35}):0*[1-9]\d*$/

/** A range service as "Have I Been Pwned" offers it: `url` is what the prefix is put behind. */
export const breachRange = (url: string): Breaches => ({
  async knownUnder(prefix) {
    const answer = await fetch(`${url.replace(/\/$/, '')}/${prefix}`, {
      headers: { 'Add-Padding': 'true' },
      redirect: 'manual',
      signal: AbortSignal.timeout(WAIT_MS),
    })
    if (!answer.ok) throw new Error(`The list of stolen passwords answered ${answer.status}.`)
    const text = await answer.text()
    if (text.length > LONGEST_ANSWER_BYTES) throw new Error('The list of stolen passwords answered far too much.')
    return new Set(text.split(/\r?\n/).flatMap((line) => LINE.exec(line.trim().toUpperCase())?.[1] ?? []))
  },
})

/** Where no service is named: nothing is known, and nobody is asked. */
export const noBreaches: Breaches = { knownUnder: async () => new Set() }
