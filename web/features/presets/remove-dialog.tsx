import { Button, Group, Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useWords } from '../office/use-words.ts'
import { goneWords } from './gone-words.ts'
import { StayList } from './stay-list.tsx'
import classes from './trade.module.css'
import type { Removal, Stay } from './types.ts'
import { usePresetActions } from './use-preset-actions.ts'

type Face = { part: 'all' | 'demo'; name: string; onClose: () => void; onDone: (stays: Stay[]) => void }

/** Asks before a preset goes, and tells what would go and what would stay. */
export function RemoveDialog({ part, name, onClose, onDone }: Face) {
  const { inMany } = useWords()
  const { remove, isPending } = usePresetActions(onDone)
  const { data, error, refetch } = useQuery(trpc.presets.removal.queryOptions({ part }, { gcTime: 0 }))
  const title = part === 'demo' ? `Remove the made-up ${inMany}?` : `Remove the preset for the ${name.toLowerCase()}?`
  return (
    <Modal opened onClose={onClose} title={title}>
      {!data && !error && <LoadingRows count={2} round={false} />}
      {!data && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      {data && <WhatHappens removal={data} />}
      <Group justify="flex-end" mt="md">
        <Button variant="default" data-autofocus onClick={onClose}>
          Keep
        </Button>
        <Button disabled={!data} loading={isPending} onClick={() => remove({ part })}>
          Remove
        </Button>
      </Group>
    </Modal>
  )
}

/** What goes and what stays. */
export function WhatHappens({ removal: { goes, stays } }: { removal: Removal }) {
  const gone = goneWords(goes)
  return (
    <>
      <p className={classes.happens}>
        {gone === '' ? 'Nothing goes: all of it is in use.' : `What nobody uses goes: ${gone}.`} Whatever you wrote or
        changed yourself stays.
      </p>
      {stays.length > 0 && <StayList title="These stay:" stays={stays} />}
    </>
  )
}
