import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { Column } from '../../../../worker/features/views/rules/columns.ts'
import { useOffice } from '../../office/use-office.ts'
import { LostDialog } from '../board/lost-dialog.tsx'
import { useMoveCard } from '../board/use-move-card.ts'
import { usePipelines } from '../use-pipelines.ts'
import type { TableRow } from './use-deal-rows.ts'

/** The stage, moved to by choosing: as on the board, to the end of the stage; whoever loses a deal is asked why. */
export function StageCell({ row: { id, version, title, stageId }, column }: { row: TableRow; column: Column }) {
  const { mayChange } = useOffice()
  const { data } = usePipelines()
  const move = useMoveCard()
  const [losing, setLosing] = useState<string | null>(null)
  const reasons = data?.lostReasons ?? []
  const choose = (to: string) => {
    const stage = data?.pipelines.flatMap(({ stages }) => stages).find((each) => each.id === to)
    if (stage?.kind === 'lost' && reasons.length > 0) setLosing(to)
    else move({ card: { id, version }, place: { stageId: to } })
  }
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={`Stage of ${title}`}
        disabled={!mayChange}
        value={stageId}
        data={column.options.map(({ id: value, label }) => ({ value, label }))}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {losing !== null && (
        <LostDialog
          reasons={reasons}
          opened
          onClose={() => setLosing(null)}
          onChoose={(lostReasonId) => {
            move({ card: { id, version }, place: { stageId: losing }, lostReasonId })
            setLosing(null)
          }}
        />
      )}
    </>
  )
}
