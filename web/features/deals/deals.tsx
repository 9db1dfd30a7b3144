import { ActionIcon, Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link, Outlet, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Pane, PaneColumn } from '../../ui/pane.tsx'
import { useNewForm } from '../../ui/use-new-form.ts'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { useTitle } from '../../ui/use-title.ts'
import links from '../../ui/view-links.module.css'
import { useChange } from '../office/use-change.ts'
import { useOffice } from '../office/use-office.ts'
import { DealList } from './deal-list.tsx'
import { Forecast } from './forecast.tsx'
import { NewDeal } from './new-deal.tsx'
import { PipelineSwitch } from './pipeline-switch.tsx'

/** What drags cards is loaded with the board alone, what filters with the table. */
const Board = lazy(async () => ({ default: (await import('./board/board.tsx')).Board }))

const DealTable = lazy(async () => ({ default: (await import('./table/deal-table.tsx')).DealTable }))

const VIEWS = [
  { view: 'board', label: 'Board' },
  { view: 'list', label: 'List' },
  { view: 'table', label: 'Table' },
  { view: 'forecast', label: 'Forecast' },
] as const

/** The deals as a board, as a list, as a table, or as what they are likely to bring. */
export function Deals() {
  useTitle('Deals')
  const { mayChange } = useOffice()
  const { view = 'board', pipeline, stage, month } = useSearch({ from: '/office/deals' })
  const form = useNewForm()
  const add = useChange()(form.open)
  useShortcuts({ n: add })
  const actions = (
    <>
      {view !== 'table' && <PipelineSwitch view={view} pipeline={pipeline} />}
      <nav className={links.views} aria-label="Views">
        {VIEWS.map((each) => (
          <Link
            key={each.view}
            to="/deals"
            search={{ view: each.view, pipeline }}
            aria-current={each.view === view && 'page'}
          >
            {each.label}
          </Link>
        ))}
      </nav>
      {mayChange && (
        <>
          <Button size="xs" visibleFrom="sm" leftSection={<IconPlus size={15} />} onClick={add}>
            New deal
          </Button>
          <ActionIcon hiddenFrom="sm" variant="filled" size={30} aria-label="New deal" onClick={add}>
            <IconPlus size={16} />
          </ActionIcon>
        </>
      )}
    </>
  )
  return (
    <Pane title="Deals" actions={actions}>
      {view === 'board' || view === 'table' ? (
        <Suspense fallback={<LoadingRows round={false} />}>
          {view === 'board' ? <Board pipelineId={pipeline ?? null} /> : <DealTable />}
        </Suspense>
      ) : (
        <PaneColumn>
          {view === 'list' ? (
            <DealList pipelineId={pipeline ?? null} stageId={stage ?? null} month={month ?? null} />
          ) : (
            <Forecast pipelineId={pipeline ?? null} />
          )}
        </PaneColumn>
      )}
      <NewDeal opened={form.isOpen} onClose={form.close} pipelineId={pipeline ?? null} />
      <Outlet />
    </Pane>
  )
}
