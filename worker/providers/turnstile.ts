import { z } from 'zod'
import type { Bots } from '../features/booking/bots.ts'
import { sha256Hex } from '../kernel/digest.ts'
import { SECOND_MS } from '../kernel/time.ts'

const VERIFY_URL = 'https://challenges.cloudflare.com/turnstile/v0/siteverify'
/** Whoever books waits for it. */
const WAIT_MS = 3 * SECOND_MS
const LONGEST_TOKEN = 2048
const LONGEST_ANSWER = 10_000

const Verdict = z.object({ success: z.boolean(), 'error-codes': z.array(z.string()).default([]) })
/** The vendor's own troubles, and ours with our secret: neither is the visitor's doing. */
const NOT_THEIR_FAULT = ['internal-error', 'missing-input-secret', 'invalid-input-secret', 'bad-request']

type Settings = {
  siteKey: string
  secret: string
  /** Says when nobody could be asked. */
  onFault: (error: unknown) => void
  url?: string
}

/** Cloudflare Turnstile. What works without asking is asked first. */
export function turnstile({ siteKey, secret, onFault, url = VERIFY_URL }: Settings, local: Bots): Bots {
  return {
    siteKey,
    stamp: () => local.stamp(),
    async isPerson(proof) {
      const { token } = proof
      if (!token || token.length > LONGEST_TOKEN || !(await local.isPerson(proof))) return false
      try {
        const verdict = await ask(url, secret, token)
        const isOurs = verdict['error-codes'].find((code) => NOT_THEIR_FAULT.includes(code))
        if (!isOurs) return verdict.success
        throw new Error(`Turnstile answered ${isOurs}.`)
      } catch (error) {
        // The limits of each place still hold, and no customer is sent away because a vendor is down.
        onFault(error)
        return true
      }
    },
  }
}

async function ask(url: string, secret: string, token: string) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    // A token counts once. Asked again after a lost answer, the vendor repeats what it said.
    body: JSON.stringify({ secret, response: token, idempotency_key: await keyOf(token) }),
    redirect: 'manual',
    signal: AbortSignal.timeout(WAIT_MS),
  })
  const text = await answer.text()
  if (answer.status >= 500 || text.length > LONGEST_ANSWER) throw new Error(`Turnstile answered ${answer.status}.`)
  return Verdict.parse(JSON.parse(text))
}

async function keyOf(token: string): Promise<string> {
  const hex = await sha256Hex(token)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
