import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type HoursRead, staffHours } from '../../../worker/features/appointments/rules/calendar/open-times.ts'
import type { StaffRules } from '../../../worker/features/appointments/rules/policy.ts'
import { trpc } from '../../api.ts'
import { useOffice } from '../office/use-office.ts'
import type { Resource, Service } from './types.ts'

export type OfficeDiary = {
  staff: StaffRules[]
  services: Service[]
  resources: Resource[]
  hours: HoursRead
  nameOf: (id: string) => string
  serviceOf: (id: string | null) => Service | null
}

const NO_HOURS: HoursRead = { weekly: [], dates: [], timeOff: [] }

/** Who can be booked, what for, where and when: what a calendar has to know besides the appointments. */
export function useOfficeDiary(): OfficeDiary {
  const { office } = useOffice()
  const { data: people } = useQuery(trpc.office.members.queryOptions())
  const { data: services } = useQuery(trpc.services.list.queryOptions())
  const { data: resources } = useQuery(trpc.resources.list.queryOptions())
  const { data: hours } = useQuery(trpc.hours.read.queryOptions())
  const { timeZone } = office
  return useMemo(() => {
    const staff = staffHours(hours ?? NO_HOURS, people?.members ?? [], timeZone)
    const names = new Map([
      ...(people?.members ?? []).map(({ userId, name }) => [userId, name] as const),
      ...(resources ?? []).map(({ id, name }) => [id, name] as const),
    ])
    return {
      ...{ staff, services: services ?? [], resources: resources ?? [], hours: hours ?? NO_HOURS },
      nameOf: (id) => names.get(id) ?? 'Somebody who left',
      serviceOf: (id) => services?.find((service) => service.id === id) ?? null,
    }
  }, [people, services, resources, hours, timeZone])
}
