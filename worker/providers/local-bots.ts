import type { Bots } from '../features/booking/bots.ts'
import { hexOf, keyedDigest } from '../kernel/digest.ts'
import { isSameSecret } from '../kernel/same-secret.ts'
import { DAY_MS, SECOND_MS } from '../kernel/time.ts'

/** Nobody reads a form and fills it in faster, even where the browser writes most of it. */
const FASTEST_MS = 2 * SECOND_MS
/** A form may be left open overnight. */
const OLDEST_MS = DAY_MS

/** Tells programs from people without asking anybody: by a trap, and by how fast a form came back. */
export function localBots(secretKey: string, now: () => Date): Bots {
  const seal = async (at: string) => hexOf(await keyedDigest(secretKey, `form made at ${at}`))
  return {
    siteKey: null,
    async stamp() {
      const at = now().getTime().toString(36)
      return `${at}~${await seal(at)}`
    },
    async isPerson({ trap, stamp }) {
      if (trap !== '') return false
      // A program that uses the open doors says so by bringing no form; the limits of each place hold for it.
      if (stamp === null) return true
      const [at = '', mac = ''] = stamp.split('~')
      const age = now().getTime() - Number.parseInt(at, 36)
      return age >= FASTEST_MS && age <= OLDEST_MS && isSameSecret(mac, await seal(at))
    },
  }
}
