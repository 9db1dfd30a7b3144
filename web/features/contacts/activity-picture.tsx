import {
  IconArrowBackUp,
  IconArrowMerge,
  IconBriefcase2,
  IconCalendar,
  IconChecklist,
  IconMail,
  IconNote,
  IconPaperclip,
  IconSend,
  IconUser,
} from '@tabler/icons-react'

/** The picture of what happened; its words stand beside it. */
export function ActivityPicture({ kind }: { kind: string }) {
  const shared = { size: 15, 'aria-hidden': true }
  if (kind === 'message_received') return <IconMail {...shared} />
  if (kind === 'message_sent') return <IconSend {...shared} />
  if (kind === 'undone') return <IconArrowBackUp {...shared} />
  if (kind === 'note_added') return <IconNote {...shared} />
  if (kind === 'contact_merged') return <IconArrowMerge {...shared} />
  if (kind.startsWith('file')) return <IconPaperclip {...shared} />
  if (kind.startsWith('task')) return <IconChecklist {...shared} />
  if (kind.startsWith('deal')) return <IconBriefcase2 {...shared} />
  if (kind.startsWith('appointment')) return <IconCalendar {...shared} />
  return <IconUser {...shared} />
}
