import { createRootRoute, redirect } from '@tanstack/react-router'
import { queryClient, trpc } from '../api.ts'
import { Nowhere } from '../features/office/nowhere.tsx'
import { ScreenFault } from '../features/office/screen-fault.tsx'

export const root = createRootRoute({ notFoundComponent: Nowhere, errorComponent: ScreenFault })

/** Who is signed in; a visitor is led to the sign-in page and back again afterwards. */
export async function whoIsHere(href: string) {
  const me = await queryClient.ensureQueryData(trpc.signIn.whoAmI.queryOptions())
  if (!me) throw redirect({ to: '/sign-in', search: { back: href } })
  return me
}
