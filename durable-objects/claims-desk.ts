import { DurableObject } from 'cloudflare:workers'
import type { Env } from '../worker/env.ts'
import type { Claim, ClaimRequest, HoldRequest, ReleaseRequest } from '../worker/kernel/claims.ts'
import { inputHash } from './day/input-hash.ts'
import type { DayBook } from './day-book.ts'

/** The part of the desk that knows claims alone, without appointments: what the diary is built on. */
export abstract class ClaimsDesk extends DurableObject<Env> {
  protected abstract readonly dayBook: DayBook
  protected abstract setAlarm(): Promise<void>

  async hold(request: HoldRequest) {
    const hash = await inputHash({ verb: 'hold', request })
    const answer = this.dayBook.hold(request, { hash, now: Date.now() })
    await this.setAlarm()
    return answer
  }

  async claim(request: ClaimRequest) {
    const hash = await inputHash({ verb: 'claim', request })
    return this.dayBook.claim(request, { hash, now: Date.now() })
  }

  async move(request: ClaimRequest) {
    const hash = await inputHash({ verb: 'move', request })
    return this.dayBook.move(request, { hash, now: Date.now() })
  }

  async release(request: ReleaseRequest) {
    const hash = await inputHash({ verb: 'release', request })
    return this.dayBook.release(request, { hash, now: Date.now() })
  }

  claimsBetween(from: number, to: number, resourceIds: string[]) {
    return this.dayBook.claimsBetween(from, to, resourceIds, Date.now())
  }

  reconcile(from: number, to: number, copy: Claim[]) {
    return this.dayBook.reconcile(from, to, copy)
  }

  rebuild(claims: Claim[]) {
    return this.dayBook.rebuild(claims)
  }
}
