import { ActionIcon, Button, Menu, Stack } from '@mantine/core'
import {
  IconAddressBook,
  IconBuilding,
  IconDots,
  IconDownload,
  IconFileImport,
  IconPlus,
  IconUsers,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { trpc } from '../../api.ts'
import { Empty } from '../../ui/empty.tsx'
import { AnchorLink, ButtonLink } from '../../ui/links.tsx'
import { Pane } from '../../ui/pane.tsx'
import { useNewForm } from '../../ui/use-new-form.ts'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { useTitle } from '../../ui/use-title.ts'
import { useChange } from '../office/use-change.ts'
import { useOffice } from '../office/use-office.ts'
import { useWords } from '../office/use-words.ts'
import { FindField, useFind } from '../views/find-field.tsx'
import { fileOf, isNarrowed, ListPane } from '../views/list-pane.tsx'
import { useView } from '../views/use-view.ts'
import { NewContact } from './new-contact.tsx'
import { ContactBulk } from './table/contact-bulk.tsx'
import { CONTACT_FACE } from './table/contact-face.tsx'
import { useContactRows } from './table/use-contact-rows.ts'

export function Contacts() {
  const words = useWords()
  useTitle(words.many)
  const { text, ...find } = useFind()
  const form = useNewForm()
  const state = useView('contact')
  const list = useContactRows({ text, view: state.view })
  const { mayChange } = useOffice()
  const add = useChange()(form.open)
  useShortcuts({ n: add })
  const actions = (
    <>
      <FindField label={`Filter ${words.inMany}`} {...find} />
      <MoreMenu
        fileOf={(name) => fileOf(name, text, state)}
        isFiltered={isNarrowed(text, state)}
        mayChange={mayChange}
      />
      {mayChange && (
        <Button size="xs" leftSection={<IconPlus size={15} />} onClick={add}>
          New
        </Button>
      )}
    </>
  )
  return (
    <Pane title={words.many} count={list.total ?? null} actions={actions}>
      <ListPane
        {...{ face: CONTACT_FACE, state, text, list }}
        bulk={(selection) => <ContactBulk selection={selection} columns={state.columns} />}
        empty={(isFiltered) => <Nobody isFiltered={isFiltered} mayChange={mayChange} />}
      />
      <NewContact opened={form.isOpen} onClose={form.close} />
    </Pane>
  )
}

type More = { fileOf: (name: string) => string; isFiltered: boolean; mayChange: boolean }

/** Where else contacts are looked at, and how they come and leave as a file. */
function MoreMenu({ fileOf, isFiltered, mayChange }: More) {
  const words = useWords()
  const navigate = useNavigate()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={`More about ${words.inMany}`}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconBuilding size={16} />} onClick={() => void navigate({ to: '/companies' })}>
          Companies
        </Menu.Item>
        <Menu.Item leftSection={<IconUsers size={16} />} onClick={() => void navigate({ to: '/contacts/duplicates' })}>
          Duplicates
        </Menu.Item>
        {mayChange && (
          <Menu.Item
            leftSection={<IconFileImport size={16} />}
            onClick={() => void navigate({ to: '/contacts/import' })}
          >
            Import {words.inMany}
          </Menu.Item>
        )}
        <Menu.Item component="a" href={fileOf('contacts.csv')} download leftSection={<IconDownload size={16} />}>
          {isFiltered ? 'These' : 'All'} {words.inMany} as a table (CSV)
        </Menu.Item>
        <Menu.Item component="a" href={fileOf('contacts.vcf')} download leftSection={<IconDownload size={16} />}>
          {isFiltered ? 'These' : 'All'} {words.inMany} as address cards (vCard)
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function Nobody({ isFiltered, mayChange }: { isFiltered: boolean; mayChange: boolean }) {
  const words = useWords()
  const { isOwner } = useOffice()
  const { data } = useQuery(trpc.presets.list.queryOptions(undefined, { enabled: isOwner && !isFiltered }))
  const firstSteps = (
    <Stack align="center" gap="xs">
      <ButtonLink to="/contacts/import" size="xs" variant="default" leftSection={<IconFileImport size={15} />}>
        Bring in a table or address book
      </ButtonLink>
      {isOwner && data?.current === null && (
        <AnchorLink to="/settings" hash="trade" size="sm">
          A dentist, lawyer, plumber or salon? Set the office up in one step
        </AnchorLink>
      )}
    </Stack>
  )
  return (
    <Empty
      icon={<IconAddressBook size={20} />}
      title={isFiltered ? 'Nobody found' : `No ${words.inMany} yet`}
      action={mayChange && !isFiltered && firstSteps}
    >
      {isFiltered
        ? 'Try a part of the name, of the address, or the last digits of a phone number.'
        : `Whoever writes to you becomes ${words.aOne} by themselves. You can also add people yourself.`}
    </Empty>
  )
}
