import { Button, Checkbox, Group, Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Problem } from '../../ui/problem.tsx'
import { PreviewParts } from './preview-parts.tsx'
import { WhatHappens } from './remove-dialog.tsx'
import classes from './trade.module.css'
import type { Current, PresetKey, Preview, Stay } from './types.ts'
import { usePresetActions } from './use-preset-actions.ts'

type Face = {
  preset: PresetKey
  /** The preset that the office has now. */
  current: Current | null
  onClose: () => void
  onDone: (stays: Stay[]) => void
}

/** All that comes with a preset, before anything is written. */
export function PreviewDialog({ preset, current, onClose, onDone }: Face) {
  const { data, error, refetch } = useQuery(trpc.presets.preview.queryOptions({ preset }, { gcTime: 0 }))
  const [withDemo, setWithDemo] = useState(false)
  const { apply, isPending } = usePresetActions(onDone)
  return (
    <Modal opened onClose={onClose} size="lg" title={data ? titleOf(data, current?.name) : 'One moment'}>
      {!data && !error && <LoadingRows count={6} round={false} />}
      {!data && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      {data && (
        <>
          {data.removal && (
            <div className={classes.before}>
              <WhatHappens removal={data.removal} />
            </div>
          )}
          <PreviewParts preview={data} />
          <DemoChoice preview={data} checked={withDemo} onChange={setWithDemo} />
        </>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button disabled={!data} loading={isPending} onClick={() => apply({ preset, withDemo })}>
          Set the office up
        </Button>
      </Group>
    </Modal>
  )
}

const titleOf = ({ name }: Preview, now: string | undefined) =>
  `For the ${name.toLowerCase()}${now === undefined ? '' : `, instead of the ${now.toLowerCase()}`}`

type DemoFace = { preview: Preview; checked: boolean; onChange: (checked: boolean) => void }

function DemoChoice({ preview: { demo, words }, checked, onChange }: DemoFace) {
  const coming = demo.people.filter(({ isThere }) => !isThere)
  if (coming.length === 0) return null
  const count = `${coming.length} made-up ${(coming.length === 1 ? words.one : words.many).toLowerCase()}`
  return (
    <Checkbox
      mt="md"
      label={`Add ${count} to look around`}
      description={`${coming.map(({ name }) => name).join(', ')}, with ${demo.deals} deals and ${demo.tasks} tasks. They can be removed by themselves.`}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}
