import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root, whoIsHere } from './root.ts'

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { back?: string | undefined } => ({ back: text(search.back) }),
  component: lazyRouteComponent(() => import('../features/session/sign-in.tsx'), 'SignIn'),
})

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  validateSearch: (search): { back?: string | undefined } => ({ back: text(search.back) }),
  component: lazyRouteComponent(() => import('../features/session/sign-up.tsx'), 'SignUp'),
})

const forgotten = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('../features/session/forgotten.tsx'), 'Forgotten'),
})

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  validateSearch: (search) => ({ token: text(search.token) ?? '' }),
  component: lazyRouteComponent(() => import('../features/session/reset-password.tsx'), 'ResetPassword'),
})

const confirmAddress = createRoute({
  getParentRoute: () => root,
  path: '/confirm-address',
  validateSearch: (search) => ({ token: text(search.token) ?? '' }),
  component: lazyRouteComponent(() => import('../features/session/confirm-address.tsx'), 'ConfirmAddress'),
})

const firstRun = createRoute({
  getParentRoute: () => root,
  path: '/start',
  beforeLoad: ({ location }) => whoIsHere(location.href),
  component: lazyRouteComponent(() => import('../features/office/first-run.tsx'), 'FirstRun'),
})

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  validateSearch: (search) => ({ token: text(search.token) ?? '' }),
  component: lazyRouteComponent(() => import('../features/office/accept-invitation.tsx'), 'AcceptInvitation'),
})

/** Every screen that is reached before an office is open. */
export const doorstep = [signIn, signUp, forgotten, resetPassword, confirmAddress, firstRun, invitation] as const
