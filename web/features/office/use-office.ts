import { useSuspenseQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'

/** Who is signed in, and in which offices they work. The routes have read it before any screen renders. */
export function useMe() {
  const { data } = useSuspenseQuery(trpc.signIn.whoAmI.queryOptions())
  if (!data) throw new Error('This screen stands behind the sign-in.')
  return data
}

/** The open office, and what this member may do in it. */
export function useOffice() {
  const { data: office } = useSuspenseQuery(trpc.office.read.queryOptions())
  const { user } = useMe()
  return { office, user, isOwner: office.role === 'owner', mayChange: office.role !== 'viewer' }
}
