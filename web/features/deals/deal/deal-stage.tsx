import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useOffice } from '../../office/use-office.ts'
import { LostDialog } from '../board/lost-dialog.tsx'
import { useMoveCard } from '../board/use-move-card.ts'
import { usePipelines } from '../use-pipelines.ts'
import classes from './deal-panel.module.css'
import type { Deal } from './types.ts'

/** The stage a deal stands in; it can be moved to any, also to one of another pipeline. */
export function DealStage({ deal: { id, version, stage, lostReason } }: { deal: Deal }) {
  const { mayChange } = useOffice()
  const { data } = usePipelines()
  const move = useMoveCard()
  const [losing, setLosing] = useState<string | null>(null)
  const pipelines = data?.pipelines ?? []
  const choose = (to: string) => {
    const chosen = pipelines.flatMap(({ stages }) => stages).find((each) => each.id === to)
    if (chosen?.kind === 'lost' && data && data.lostReasons.length > 0) setLosing(to)
    else move({ card: { id, version }, place: { stageId: to } })
  }
  const groups = pipelines.map(({ name, stages }) => ({
    group: name,
    items: stages.map((each) => ({ value: each.id, label: each.name })),
  }))
  return (
    <>
      <NativeSelect
        label="Stage"
        disabled={!mayChange}
        value={stage.id}
        data={groups.length > 1 ? groups : (groups[0]?.items ?? [{ value: stage.id, label: stage.name }])}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {lostReason && <p className={classes.none}>Lost: {lostReason}</p>}
      <LostDialog
        reasons={data?.lostReasons ?? []}
        opened={losing !== null}
        onClose={() => setLosing(null)}
        onChoose={(lostReasonId) => {
          if (losing) move({ card: { id, version }, place: { stageId: losing }, lostReasonId })
          setLosing(null)
        }}
      />
    </>
  )
}
