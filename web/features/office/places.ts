import {
  IconAddressBook,
  IconBriefcase2,
  IconCalendar,
  IconChartBar,
  IconChecklist,
  IconHandStop,
  IconInbox,
  IconSettings,
  IconSparkles,
  type TablerIcon,
} from '@tabler/icons-react'

export type PlaceTo =
  | '/inbox'
  | '/review'
  | '/calendar'
  | '/tasks'
  | '/deals'
  | '/dashboard'
  | '/contacts'
  | '/unattended'
  | '/settings'
export type Place = { to: PlaceTo; label: string; icon: TablerIcon; shortcut: string }

/** Where a member can go, in the order of the sidebar. */
export const PLACES: readonly Place[] = [
  { to: '/inbox', label: 'Inbox', icon: IconInbox, shortcut: 'g i' },
  { to: '/review', label: 'Review', icon: IconSparkles, shortcut: 'g r' },
  { to: '/calendar', label: 'Calendar', icon: IconCalendar, shortcut: 'g a' },
  { to: '/tasks', label: 'Tasks', icon: IconChecklist, shortcut: 'g t' },
  { to: '/deals', label: 'Deals', icon: IconBriefcase2, shortcut: 'g d' },
  { to: '/dashboard', label: 'Dashboard', icon: IconChartBar, shortcut: 'g o' },
  { to: '/unattended', label: 'Nobody is on this', icon: IconHandStop, shortcut: 'g n' },
  { to: '/contacts', label: 'Contacts', icon: IconAddressBook, shortcut: 'g c' },
  { to: '/settings', label: 'Settings', icon: IconSettings, shortcut: 'g s' },
]

/** What has room in the bar at the bottom of a phone; the rest stands in its menu. */
export const IN_BOTTOM_BAR: readonly PlaceTo[] = ['/inbox', '/review', '/calendar', '/contacts']
