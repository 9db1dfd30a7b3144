import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { dateWhen } from '../../ui/dates.ts'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Problem } from '../../ui/problem.tsx'
import { Section } from '../office/settings/section.tsx'
import { useOffice } from '../office/use-office.ts'
import { useWords } from '../office/use-words.ts'
import { PreviewDialog } from './preview-dialog.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { StayList } from './stay-list.tsx'
import classes from './trade.module.css'
import type { Current, PresetKey, Stay } from './types.ts'
import { usePresetActions } from './use-preset-actions.ts'

/** What the office does: sets it up in one step, and takes that back without touching what somebody works with. */
export function TradeSection() {
  const { data, error, refetch } = useQuery(trpc.presets.list.queryOptions())
  const [looking, setLooking] = useState<PresetKey | null>(null)
  const [stayed, setStayed] = useState<Stay[]>([])
  return (
    <Section
      id="trade"
      title="Your trade"
      lead="Sets the office up in one step: your word for people, fields, a pipeline, task templates. You see all of it before, and can take it back."
    >
      {!data && !error && <LoadingRows count={2} round={false} />}
      {!data && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      {data?.current && <CurrentTrade current={data.current} onStay={setStayed} />}
      {stayed.length > 0 && (
        <StayList title="These stay, because somebody works with them. They are yours now." stays={stayed} />
      )}
      {data && (
        <ul className={classes.trades} aria-label="Trades">
          {data.presets
            .filter(({ key }) => key !== data.current?.key)
            .map(({ key, name, lead }) => (
              <li key={key} className={classes.trade}>
                <b>{name}</b>
                <span className={classes.lead}>{lead}</span>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={`See what comes for the ${name}`}
                  onClick={() => setLooking(key)}
                >
                  See what comes
                </Button>
              </li>
            ))}
        </ul>
      )}
      {looking && (
        <PreviewDialog
          preset={looking}
          current={data?.current ?? null}
          onClose={() => setLooking(null)}
          onDone={(stays) => {
            setLooking(null)
            setStayed(stays)
          }}
        />
      )}
    </Section>
  )
}

function CurrentTrade({ current, onStay }: { current: Current; onStay: (stays: Stay[]) => void }) {
  const { office } = useOffice()
  const { inMany } = useWords()
  const [removing, setRemoving] = useState<'all' | 'demo' | null>(null)
  const { apply, isPending } = usePresetActions(onStay)
  const { key, name, since, hasDemo } = current
  return (
    <div className={classes.current}>
      <div className={classes.words}>
        <b>{name}</b>
        <span className={classes.lead}>
          Set up on {dateWhen(since, office.timeZone)}
          {hasDemo && `, with made-up ${inMany} to look around`}
        </span>
      </div>
      <div className={classes.buttons}>
        {hasDemo ? (
          <Button size="xs" variant="default" onClick={() => setRemoving('demo')}>
            Remove the made-up {inMany}
          </Button>
        ) : (
          <Button
            size="xs"
            variant="default"
            loading={isPending}
            onClick={() => apply({ preset: key, withDemo: true })}
          >
            Add made-up {inMany}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => setRemoving('all')}>
          Remove the preset
        </Button>
      </div>
      {removing && (
        <RemoveDialog
          part={removing}
          name={name}
          onClose={() => setRemoving(null)}
          onDone={(stays) => {
            setRemoving(null)
            onStay(stays)
          }}
        />
      )}
    </div>
  )
}
