import {
  IconBriefcase2,
  IconCalendarPlus,
  IconCheckbox,
  IconMessageReply,
  IconShieldX,
  IconUserEdit,
  IconUserPlus,
  type TablerIcon,
} from '@tabler/icons-react'
import type { ActionKind } from '../../../worker/features/assistant/rules/actions.ts'

const ICONS: Record<ActionKind, TablerIcon> = {
  create_contact: IconUserPlus,
  update_contact: IconUserEdit,
  create_task: IconCheckbox,
  create_deal: IconBriefcase2,
  request_appointment: IconCalendarPlus,
  draft_reply: IconMessageReply,
  mark_spam: IconShieldX,
}

/** The picture of an action; its name stands beside it. */
export function ActionPicture({ kind, size = 18 }: { kind: ActionKind; size?: number }) {
  const Icon = ICONS[kind]
  return <Icon size={size} stroke={1.7} aria-hidden />
}
