import { ActionIcon, Button, Modal } from '@mantine/core'
import { IconArrowLeft, IconBuilding, IconDownload, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Empty } from '../../ui/empty.tsx'
import { ActionIconLink } from '../../ui/links.tsx'
import { Pane } from '../../ui/pane.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { useOffice } from '../office/use-office.ts'
import { useWords } from '../office/use-words.ts'
import { FindField, useFind } from '../views/find-field.tsx'
import { fileOf, ListPane } from '../views/list-pane.tsx'
import { useView } from '../views/use-view.ts'
import { NewCompany } from './new-company.tsx'
import { COMPANY_FACE, CompanyBulk } from './table/company-list.tsx'
import { useCompanyRows } from './table/use-company-rows.ts'

/** The companies that the office serves. */
export function Companies() {
  useTitle('Companies')
  const words = useWords()
  const { mayChange } = useOffice()
  const [adding, setAdding] = useState(false)
  const { text, ...find } = useFind()
  const state = useView('company')
  const list = useCompanyRows({ text, view: state.view })
  const actions = (
    <>
      <FindField label="Filter companies" {...find} />
      <ActionIcon
        component="a"
        href={fileOf('companies.csv', text, state)}
        download
        aria-label="These companies as a table (CSV)"
      >
        <IconDownload size={18} />
      </ActionIcon>
      {mayChange && (
        <Button size="xs" leftSection={<IconPlus size={15} />} onClick={() => setAdding(true)}>
          New
        </Button>
      )}
    </>
  )
  const back = (
    <ActionIconLink to="/contacts" aria-label={`All ${words.inMany}`}>
      <IconArrowLeft size={18} />
    </ActionIconLink>
  )
  return (
    <Pane title="Companies" count={list.total ?? null} lead={back} actions={actions}>
      <ListPane
        {...{ face: COMPANY_FACE, state, text, list }}
        bulk={(selection) => <CompanyBulk selection={selection} columns={state.columns} />}
        empty={(isFiltered) => <NoCompany isFiltered={isFiltered} />}
      />
      <Modal opened={adding} onClose={() => setAdding(false)} closeOnClickOutside={false} title="New company">
        <NewCompany onDone={() => setAdding(false)} />
      </Modal>
    </Pane>
  )
}

function NoCompany({ isFiltered }: { isFiltered: boolean }) {
  const words = useWords()
  return (
    <Empty icon={<IconBuilding size={20} />} title={isFiltered ? 'No company found' : 'No companies yet'}>
      {isFiltered
        ? 'Try another part of the name, or take a condition away.'
        : `Add one here, or on the page of ${words.aOne} who works there. Private people need none.`}
    </Empty>
  )
}
