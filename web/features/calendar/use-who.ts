import { useCallback, useMemo } from 'react'
import { useCalendarSearch } from './use-calendar-search.ts'
import type { OfficeDiary } from './use-office-diary.ts'

/** Whose appointments are shown: everybody's, unless the address names some people and rooms. */
export function useWho({ staff, resources }: OfficeDiary) {
  const { search, change } = useCalendarSearch()
  const { who } = search
  const chosen = useMemo(() => new Set(who?.split(',').filter(Boolean) ?? []), [who])
  const isEverybody = chosen.size === 0
  const isShown = useCallback((id: string) => isEverybody || chosen.has(id), [chosen, isEverybody])
  const shownStaff = useMemo(() => staff.filter(({ id }) => isShown(id)), [staff, isShown])
  const all = [...staff, ...resources].map(({ id }) => id)
  const toggle = (id: string) => {
    const next = all.filter((each) => (each === id ? !isShown(each) : isShown(each)))
    change({ who: next.length === all.length || next.length === 0 ? undefined : next.join(',') }, true)
  }
  const only = (id: string | null) => change({ who: id ?? undefined }, true)
  return { isShown, shownStaff, isEverybody, toggle, only }
}
