import { useCallback } from 'react'
import { type Clash, clashOf } from '../../../../worker/features/appointments/rules/calendar/clash.ts'
import { spanWords } from '../clock-words.ts'
import { placedOf } from '../placed.ts'
import { whoseName } from '../status-words.ts'
import type { Timed } from '../types.ts'
import type { OfficeDiary } from '../use-office-diary.ts'
import type { Proposal } from './dragged.ts'

export type Judgement = { clash: Clash | null; problem: string | null }

/** What would speak against an appointment at a time, in words, as far as this screen knows. */
export function useJudge(diary: OfficeDiary, appointments: readonly Timed[], timeZone: string) {
  return useCallback(
    (wanted: Omit<Proposal, 'column'>, appointment: Timed | null): Judgement => {
      const service = diary.serviceOf(appointment?.serviceId ?? null)
      const unable = service ? wanted.staffIds.find((id) => !service.staffIds.includes(id)) : undefined
      const others = appointments.filter(({ status }) => status !== 'cancelled')
      const { bufferBeforeMinutes = 0, bufferAfterMinutes = 0, sessionId = null, id = '' } = appointment ?? {}
      const around = { bufferBeforeMinutes, bufferAfterMinutes, sessionId }
      const clash = clashOf({ ...wanted, ...around, id }, others.map(placedOf), diary.staff)
      if (clash?.why === 'taken') {
        const other = others.find((each) => each.id === clash.by.id)
        const span = spanWords(clash.by.startsAt, clash.by.endsAt, timeZone)
        return { clash, problem: `Taken by ${other ? whoseName(other) : 'another'}, ${span}` }
      }
      if (service && unable) return { clash, problem: `${diary.nameOf(unable)} does not do ${service.name}` }
      return { clash, problem: clash ? 'Outside of working hours' : null }
    },
    [diary, appointments, timeZone],
  )
}
