import { DurableObject } from 'cloudflare:workers'
import type { Change } from '../worker/kernel/live.ts'

export class OfficeDesk extends DurableObject {
  ping() {
    return 'ok'
  }

  async announce(_changes: Change[]) {}
}
