import { Button, Menu } from '@mantine/core'
import { IconTemplate } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { useOffice } from '../office/use-office.ts'
import classes from './template-menu.module.css'
import { templateWords } from './template-words.ts'
import { useTemplateActions } from './use-template-actions.ts'

type Face = { contactId: string | null; dealId?: string | null }

/** A new task from a template; not there where there is none. */
export function TemplateMenu({ contactId, dealId = null }: Face) {
  const { mayChange } = useOffice()
  const { data } = useQuery(trpc.taskTemplates.list.queryOptions())
  const { use } = useTemplateActions()
  if (!mayChange || !data || data.length === 0) return null
  return (
    <Menu position="bottom-start" width={300}>
      <Menu.Target>
        <Button size="compact-sm" variant="default" leftSection={<IconTemplate size={15} />}>
          New task from template
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu ?? ''}>
        {data.map(({ id, title, daysAfter, checklist }) => (
          <Menu.Item key={id} onClick={() => use({ id, contactId, dealId })}>
            {title}
            <small className={classes.detail}>{templateWords(daysAfter, checklist.length)}</small>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
