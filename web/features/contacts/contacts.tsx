import { ActionIcon, Button, Menu, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import {
  IconAddressBook,
  IconBuilding,
  IconDots,
  IconDownload,
  IconFileImport,
  IconPlus,
  IconSearch,
  IconUsers,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { View } from '../../../worker/features/views/rules/view.ts'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { Empty } from '../../ui/empty.tsx'
import { AnchorLink } from '../../ui/links.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Pane } from '../../ui/pane.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useNewForm } from '../../ui/use-new-form.ts'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { useTitle } from '../../ui/use-title.ts'
import { useChange } from '../office/use-change.ts'
import { useOffice } from '../office/use-office.ts'
import { useWords } from '../office/use-words.ts'
import { NewContact } from './new-contact.tsx'
import { ContactTable } from './table/contact-table.tsx'
import { TableTools } from './table/table-tools.tsx'
import { useTable } from './table/use-table.ts'
import { useView } from './table/use-view.ts'

const PAUSE_MS = 120

export function Contacts() {
  const words = useWords()
  useTitle(words.many)
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), PAUSE_MS)
  const form = useNewForm()
  const state = useView()
  const { rows, total, error, refetch, more } = useTable(text, state.view)
  const isFiltered = text !== '' || state.view.filter.groups.length > 0
  const { mayChange } = useOffice()
  const add = useChange()(form.open)
  useShortcuts({ n: add })
  const actions = (
    <>
      <Filter typed={typed} onType={setTyped} />
      <MoreMenu text={text} view={state.view} isFiltered={isFiltered} mayChange={mayChange} />
      {mayChange && (
        <Button size="xs" leftSection={<IconPlus size={15} />} onClick={add}>
          New
        </Button>
      )}
    </>
  )
  return (
    <Pane title={words.many} count={total ?? null} actions={actions}>
      <TableTools state={state} />
      {rows && rows.length > 0 && <ContactTable state={state} rows={rows} total={total} onEnd={more} />}
      {rows?.length === 0 && <Nobody isFiltered={isFiltered} />}
      {!rows && !error && <LoadingRows count={8} />}
      {!rows && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      <NewContact opened={form.isOpen} onClose={form.close} />
    </Pane>
  )
}

type Asked = { text: string; view: View; isFiltered: boolean; mayChange: boolean }

/** Where else contacts are looked at, and how they come and leave as a file. */
function MoreMenu({ text, view, isFiltered, mayChange }: Asked) {
  const words = useWords()
  const asked = new URLSearchParams({ text, view: JSON.stringify(view) })
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
        <Menu.Item
          component="a"
          href={`/files/contacts.csv?${asked}`}
          download
          leftSection={<IconDownload size={16} />}
        >
          {isFiltered ? 'These' : 'All'} {words.inMany} as a table (CSV)
        </Menu.Item>
        <Menu.Item
          component="a"
          href={`/files/contacts.vcf?${asked}`}
          download
          leftSection={<IconDownload size={16} />}
        >
          {isFiltered ? 'These' : 'All'} {words.inMany} as address cards (vCard)
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function Filter({ typed, onType }: { typed: string; onType: (text: string) => void }) {
  const words = useWords()
  return (
    <TextInput
      size="xs"
      w={{ base: 120, sm: 170 }}
      placeholder="Find"
      aria-label={`Filter ${words.inMany}`}
      leftSection={<IconSearch size={14} aria-hidden />}
      value={typed}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  )
}

function Nobody({ isFiltered }: { isFiltered: boolean }) {
  const { isOwner } = useOffice()
  const { data } = useQuery(trpc.presets.list.queryOptions(undefined, { enabled: isOwner && !isFiltered }))
  const mayChoose = isOwner && !isFiltered && data?.current === null
  const words = useWords()
  return (
    <Empty
      icon={<IconAddressBook size={20} />}
      title={isFiltered ? 'Nobody found' : `No ${words.inMany} yet`}
      action={
        mayChoose && (
          <AnchorLink to="/settings" hash="trade">
            A dentist, lawyer, plumber or salon? Set the office up in one step
          </AnchorLink>
        )
      }
    >
      {isFiltered
        ? 'Try a part of the name, of the address, or the last digits of a phone number.'
        : `Whoever writes to you becomes ${words.aOne} by themselves. You can also add people yourself.`}
    </Empty>
  )
}
