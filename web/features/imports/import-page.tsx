import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { ActionIconLink } from '../../ui/links.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Pane, PaneColumn } from '../../ui/pane.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { useOffice } from '../office/use-office.ts'
import { useWords } from '../office/use-words.ts'
import { DropFile } from './drop-file.tsx'
import { History } from './history.tsx'
import { Prepare } from './prepare.tsx'
import { Progress } from './progress.tsx'
import type { Import } from './types.ts'

/** Brings contacts in from a file: choose it, say what its columns are, try it, import it, and undo it if need be. */
export function ImportPage() {
  const words = useWords()
  useTitle(`Import ${words.inMany}`)
  const { id } = useSearch({ from: '/office/contacts/import' })
  const { mayChange } = useOffice()
  const back = (
    <ActionIconLink to={id ? '/contacts/import' : '/contacts'} aria-label={id ? 'All imports' : `All ${words.inMany}`}>
      <IconArrowLeft size={18} />
    </ActionIconLink>
  )
  return (
    <Pane title={`Import ${words.inMany}`} lead={back}>
      <PaneColumn>
        {id && <OneImport key={id} id={id} />}
        {!id && mayChange && <DropFile />}
        {!id && <History />}
      </PaneColumn>
    </Pane>
  )
}

/** While something moves the screen also asks by itself: it is told of changes, but seldom. */
const PAUSE_MS = 1000
const isMoving = ({ state, undo }: Import) => state === 'checking' || state === 'running' || undo === 'undoing'

function OneImport({ id }: { id: string }) {
  const { data, error, refetch } = useQuery({
    ...trpc.imports.byId.queryOptions({ id }),
    refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? PAUSE_MS : false),
  })
  if (error && !data) return <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows round={false} />
  const isBegun = data.undo !== null || data.state === 'running'
  return isBegun ? <Progress shown={data} /> : <Prepare shown={data} />
}
