import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { useOffice } from '../office/use-office.ts'

/** For whose calendars this member may decide: their own, and an owner for everybody’s. */
export function usePeople() {
  const { user, isOwner } = useOffice()
  const { data, error, refetch } = useQuery(trpc.office.members.queryOptions())
  const members = data?.members ?? []
  const mine = members.filter(({ userId }) => isOwner || userId === user.id)
  // Oneself first, because it is mostly about that.
  const people = mine.toSorted((a, b) => Number(b.userId === user.id) - Number(a.userId === user.id))
  const nameOf = (userId: string) => members.find((each) => each.userId === userId)?.name ?? 'Somebody who left'
  return { isReady: data !== undefined, error, refetch, people, nameOf, me: user.id }
}
