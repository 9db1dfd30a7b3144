import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { ScreenFault } from './features/office/screen-fault.tsx'
import { Waiting } from './features/office/waiting.tsx'
import { calendar } from './routes/calendar.ts'
import { doorstep } from './routes/doorstep.ts'
import { type ListSearch, office, withList, withNew } from './routes/office.ts'
import { people } from './routes/people.ts'
import { root } from './routes/root.ts'

/** Which conversations the inbox lists; the address says it. */
const STATUSES = ['open', 'done', 'spam'] as const
type Status = (typeof STATUSES)[number]

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

/** Which tasks are listed, and which one stands open; the day of the member where the address says nothing. */
const TASK_VIEWS = ['my_day', 'overdue', 'upcoming', 'waiting', 'snoozed', 'all'] as const
type TaskView = (typeof TASK_VIEWS)[number]

const tasks = createRoute({
  getParentRoute: () => office,
  path: '/tasks',
  validateSearch: (search): ListSearch & { which?: TaskView | undefined; task?: string | undefined } => ({
    ...withList(search),
    which: TASK_VIEWS.find((view) => view === search.which),
    task: typeof search.task === 'string' ? search.task : undefined,
  }),
  component: lazyRouteComponent(() => import('./features/tasks/tasks.tsx'), 'Tasks'),
})

/** How the deals are shown; the board where the address says nothing. */
const DEAL_VIEWS = ['board', 'list', 'table', 'forecast'] as const
type DealView = (typeof DEAL_VIEWS)[number]

/** What the address says of the deals: in which pipeline, and for the list also in which stage or for which month. */
type DealSearch = ListSearch & {
  new?: true | undefined
  view?: DealView | undefined
  pipeline?: string | undefined
  stage?: string | undefined
  month?: string | undefined
}
const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined)

const deals = createRoute({
  getParentRoute: () => office,
  path: '/deals',
  validateSearch: (search): DealSearch => ({
    ...withNew(search),
    ...withList(search),
    view: DEAL_VIEWS.find((view) => view === search.view),
    pipeline: textIn(search.pipeline),
    stage: textIn(search.stage),
    month: textIn(search.month),
  }),
  component: lazyRouteComponent(() => import('./features/deals/deals.tsx'), 'Deals'),
})

const deal = createRoute({
  getParentRoute: () => deals,
  path: '$dealId',
  component: lazyRouteComponent(() => import('./features/deals/deal/deal-drawer.tsx'), 'DealDrawer'),
})

/** How far back the dashboard looks; a month where the address says nothing. */
const RANGES = [7, 30, 90] as const
/** What number of the dashboard is looked behind. */
const SHOWN = ['enquiries', 'answers', 'won', 'lost'] as const
const ANSWERS = ['hour', 'four_hours', 'day', 'longer', 'waiting'] as const
type DashboardSearch = {
  days?: (typeof RANGES)[number] | undefined
  show?: (typeof SHOWN)[number] | undefined
  from?: string | undefined
  until?: string | undefined
  answer?: (typeof ANSWERS)[number] | undefined
}

const dashboard = createRoute({
  getParentRoute: () => office,
  path: '/dashboard',
  validateSearch: (search): DashboardSearch => ({
    days: RANGES.find((days) => days === search.days),
    show: SHOWN.find((show) => show === search.show),
    from: textIn(search.from),
    until: textIn(search.until),
    answer: ANSWERS.find((answer) => answer === search.answer),
  }),
  component: lazyRouteComponent(() => import('./features/dashboard/dashboard.tsx'), 'Dashboard'),
})

const unattended = createRoute({
  getParentRoute: () => office,
  path: '/unattended',
  component: lazyRouteComponent(() => import('./features/unattended/unattended.tsx'), 'Unattended'),
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
    ...people,
    ...calendar,
    inbox.addChildren([noConversation, conversation]),
    review,
    tasks,
    dashboard,
    deals.addChildren([deal]),
    unattended,
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
