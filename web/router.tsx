import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { queryClient, trpc } from './api.ts'
import { ScreenFault } from './features/office/screen-fault.tsx'
import { Waiting } from './features/office/waiting.tsx'
import { doorstep } from './routes/doorstep.ts'
import { root, whoIsHere } from './routes/root.ts'

/** Which conversations the inbox lists; the address says it. */
const STATUSES = ['open', 'done', 'spam'] as const
type Status = (typeof STATUSES)[number]

/** Everything inside an office. */
const office = createRoute({
  getParentRoute: () => root,
  id: 'office',
  beforeLoad: async ({ location }) => {
    const { officeId } = await whoIsHere(location.href)
    if (!officeId) throw redirect({ to: '/start' })
    await queryClient.ensureQueryData(trpc.office.read.queryOptions())
  },
  component: lazyRouteComponent(() => import('./features/office/shell.tsx'), 'Shell'),
})

const home = createRoute({
  getParentRoute: () => office,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox' })
  },
})

const inbox = createRoute({
  getParentRoute: () => office,
  path: '/inbox',
  validateSearch: (search): { status?: Status | undefined } => ({
    status: STATUSES.find((status) => status === search.status),
  }),
  component: lazyRouteComponent(() => import('./features/inbox/inbox.tsx'), 'Inbox'),
})

const noConversation = createRoute({
  getParentRoute: () => inbox,
  path: '/',
  component: lazyRouteComponent(() => import('./features/inbox/no-conversation.tsx'), 'NoConversation'),
})

const conversation = createRoute({
  getParentRoute: () => inbox,
  path: '$conversationId',
  component: lazyRouteComponent(() => import('./features/inbox/conversation-route.tsx'), 'ConversationRoute'),
})

const review = createRoute({
  getParentRoute: () => office,
  path: '/review',
  component: lazyRouteComponent(() => import('./features/assistant/review.tsx'), 'Review'),
})

const tasks = createRoute({
  getParentRoute: () => office,
  path: '/tasks',
  component: lazyRouteComponent(() => import('./features/tasks/tasks.tsx'), 'Tasks'),
})

/** How the deals are shown; the board where the address says nothing. */
const DEAL_VIEWS = ['board', 'list', 'forecast'] as const
type DealView = (typeof DEAL_VIEWS)[number]

/** Whether the form for a new one stands open. */
const withNew = (search: Record<string, unknown>): { new?: true | undefined } => ({
  new: search.new === true ? true : undefined,
})

const deals = createRoute({
  getParentRoute: () => office,
  path: '/deals',
  validateSearch: (search): { new?: true | undefined; view?: DealView | undefined } => ({
    ...withNew(search),
    view: DEAL_VIEWS.find((view) => view === search.view),
  }),
  component: lazyRouteComponent(() => import('./features/deals/deals.tsx'), 'Deals'),
})

const contacts = createRoute({
  getParentRoute: () => office,
  path: '/contacts',
  validateSearch: withNew,
  component: lazyRouteComponent(() => import('./features/contacts/contacts.tsx'), 'Contacts'),
})

const contact = createRoute({
  getParentRoute: () => office,
  path: '/contacts/$contactId',
  component: lazyRouteComponent(() => import('./features/contacts/contact-page.tsx'), 'ContactPage'),
})

const unattended = createRoute({
  getParentRoute: () => office,
  path: '/unattended',
  component: lazyRouteComponent(() => import('./features/unattended/unattended.tsx'), 'Unattended'),
})

const duplicates = createRoute({
  getParentRoute: () => office,
  path: '/contacts/duplicates',
  component: lazyRouteComponent(() => import('./features/contacts/merge/duplicates.tsx'), 'Duplicates'),
})

const importContacts = createRoute({
  getParentRoute: () => office,
  path: '/contacts/import',
  validateSearch: (search): { id?: string | undefined } => ({
    id: typeof search.id === 'string' ? search.id : undefined,
  }),
  component: lazyRouteComponent(() => import('./features/imports/import-page.tsx'), 'ImportPage'),
})

const trash = createRoute({
  getParentRoute: () => office,
  path: '/trash',
  component: lazyRouteComponent(() => import('./features/trash/trash.tsx'), 'Trash'),
})

const settings = createRoute({
  getParentRoute: () => office,
  path: '/settings',
  component: lazyRouteComponent(() => import('./features/office/settings/settings.tsx'), 'Settings'),
})

const routeTree = root.addChildren([
  ...doorstep,
  office.addChildren([
    home,
    inbox.addChildren([noConversation, conversation]),
    review,
    tasks,
    deals,
    contacts,
    unattended,
    duplicates,
    importContacts,
    contact,
    trash,
    settings,
  ]),
])

/** Every address of the app. Each screen is loaded when it is first opened, or when a link to it is pointed at. */
export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingComponent: Waiting,
  defaultErrorComponent: ScreenFault,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
