import { DAY_MS } from '../../../kernel/time.ts'

/** Whether a deal has stood in its stage for longer than it should. A stage without days lets it wait. */
export const isRotting = (stage: { kind: string; rottingDays: number | null }, stageSince: Date, now: Date) =>
  stage.kind === 'open' &&
  stage.rottingDays !== null &&
  now.getTime() - stageSince.getTime() > stage.rottingDays * DAY_MS
