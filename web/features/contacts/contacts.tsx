import { ActionIcon, Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconAddressBook, IconDownload, IconFileImport, IconPlus, IconSearch, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { sentenceOf } from '../../problem.ts'
import { Empty } from '../../ui/empty.tsx'
import { ActionIconLink } from '../../ui/links.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Pane } from '../../ui/pane.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useNewForm } from '../../ui/use-new-form.ts'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { useTitle } from '../../ui/use-title.ts'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { useChange } from '../office/use-change.ts'
import { useOffice } from '../office/use-office.ts'
import { CONTACT_ROW_HEIGHT, ContactRow } from './contact-row.tsx'
import { NewContact } from './new-contact.tsx'
import { useContacts } from './use-contacts.ts'

const PAUSE_MS = 120

export function Contacts() {
  useTitle('Contacts')
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), PAUSE_MS)
  const form = useNewForm()
  const { rows, total, error, refetch, more } = useContacts(text)
  const { mayChange } = useOffice()
  const add = useChange()(form.open)
  useShortcuts({ n: add })
  const actions = (
    <>
      <Filter typed={typed} onType={setTyped} />
      <ActionIcon
        component="a"
        href="/files/contacts.csv"
        download
        visibleFrom="sm"
        aria-label="All contacts as a table"
      >
        <IconDownload size={18} />
      </ActionIcon>
      <ActionIcon
        component="a"
        href="/files/contacts.vcf"
        download
        visibleFrom="md"
        aria-label="All contacts as address cards"
      >
        <IconAddressBook size={18} />
      </ActionIcon>
      {mayChange && (
        <ActionIconLink to="/contacts/import" visibleFrom="sm" aria-label="Import contacts">
          <IconFileImport size={18} />
        </ActionIconLink>
      )}
      <ActionIconLink to="/contacts/duplicates" aria-label="Duplicates">
        <IconUsers size={18} />
      </ActionIconLink>
      {mayChange && (
        <Button size="xs" leftSection={<IconPlus size={15} />} onClick={add}>
          New
        </Button>
      )}
    </>
  )
  const list = { label: 'Contacts', rowHeight: CONTACT_ROW_HEIGHT, total: text ? undefined : total, onEnd: more }
  return (
    <Pane title="Contacts" count={total ?? null} actions={actions}>
      {rows && rows.length > 0 && (
        <VirtualList {...list} rows={rows}>
          {(row) => <ContactRow row={row} />}
        </VirtualList>
      )}
      {rows?.length === 0 && <Nobody isFiltered={text !== ''} />}
      {!rows && !error && <LoadingRows count={8} />}
      {!rows && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      <NewContact opened={form.isOpen} onClose={form.close} />
    </Pane>
  )
}

function Filter({ typed, onType }: { typed: string; onType: (text: string) => void }) {
  return (
    <TextInput
      size="xs"
      w={{ base: 120, sm: 170 }}
      placeholder="Filter"
      aria-label="Filter contacts"
      leftSection={<IconSearch size={14} aria-hidden />}
      value={typed}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  )
}

function Nobody({ isFiltered }: { isFiltered: boolean }) {
  return (
    <Empty icon={<IconAddressBook size={20} />} title={isFiltered ? 'Nobody found' : 'No contacts yet'}>
      {isFiltered
        ? 'Try a part of the name, of the address, or the last digits of a phone number.'
        : 'Whoever writes to you becomes a contact by themselves. You can also add people yourself.'}
    </Empty>
  )
}
