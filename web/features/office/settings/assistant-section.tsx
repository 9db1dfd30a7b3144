import { Button, NativeSelect, Slider, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useState } from 'react'
import type { ActionKind } from '../../../../worker/features/assistant/rules/actions.ts'
import type { Intent } from '../../../../worker/features/assistant/rules/intents.ts'
import type { AppRouter } from '../../../../worker/trpc/router.ts'
import { trpc } from '../../../api.ts'
import { sentenceOf } from '../../../problem.ts'
import { tell, tellProblem } from '../../../ui/toast.ts'
import { ACTION_NAMES } from '../../assistant/action-words.ts'
import { inPercent } from '../../assistant/confidence-words.ts'
import { INTENT_NAMES } from '../../assistant/intent-names.ts'
import { useOffice } from '../use-office.ts'
import { GateSwitches } from './gate-switches.tsx'
import { PROVIDER_CHOICES, providerOf } from './provider-choices.ts'
import { Section } from './section.tsx'
import classes from './settings.module.css'

export type Settings = inferRouterOutputs<AppRouter>['office']['read']['settings']

const LOWEST = 0.85
const STEP = 0.01
const CENTS = 100
const HIGHEST_LIMIT = 1000

/** Who reads the mail, and what may happen by itself. */
export function AssistantSection() {
  const { office, isOwner } = useOffice()
  const [settings, setSettings] = useState(office.settings)
  const queryClient = useQueryClient()
  const { gate, assistant } = settings
  const putGate = (change: Partial<Settings['gate']>) => setSettings({ ...settings, gate: { ...gate, ...change } })
  const putAssistant = (change: Partial<Settings['assistant']>) =>
    setSettings({ ...settings, assistant: { ...assistant, ...change } })
  const update = useMutation(
    trpc.office.updateSettings.mutationOptions({
      onSuccess: () => {
        tell('Saved.')
        return queryClient.invalidateQueries(trpc.office.read.pathFilter())
      },
      onError: (error) => tellProblem(sentenceOf(error)),
    }),
  )
  const dirty = JSON.stringify(settings) !== JSON.stringify(office.settings)
  return (
    <Section
      id="assistant"
      title="Assistant"
      lead="Below the threshold nothing happens by itself: it waits under Review. Nothing is ever sent without a member."
    >
      <div className={classes.form}>
        <NativeSelect
          label="Who reads the mail"
          description="Others than the built-in reader need a key on this server. If they do not answer, the built-in one does."
          data={PROVIDER_CHOICES}
          disabled={!isOwner}
          value={assistant.provider}
          onChange={(event) => putAssistant({ provider: providerOf(event.currentTarget.value) })}
        />
        <TextInput
          type="number"
          label="Monthly limit in US dollars"
          description="For readers that cost money. When it is reached, the built-in one reads on."
          min={0}
          max={HIGHEST_LIMIT}
          disabled={!isOwner}
          value={assistant.monthlyLimitCents / CENTS}
          onChange={(event) =>
            putAssistant({ monthlyLimitCents: Math.round(Number(event.currentTarget.value) * CENTS) })
          }
        />
        <div>
          <span className={classes.label}>How sure it must be: {inPercent(gate.threshold)}</span>
          <Slider
            mt={8}
            min={LOWEST}
            max={1}
            step={STEP}
            label={inPercent}
            disabled={!isOwner}
            thumbLabel="How sure it must be"
            value={gate.threshold}
            onChange={(threshold) => putGate({ threshold })}
          />
        </div>
      </div>
      <GateSwitches<ActionKind>
        title="What it may do by itself"
        names={ACTION_NAMES}
        on={gate.actions}
        disabled={!isOwner}
        onChange={(actions) => putGate({ actions })}
      />
      <GateSwitches<Intent>
        title="For which messages"
        names={INTENT_NAMES}
        on={gate.intents}
        disabled={!isOwner}
        onChange={(intents) => putGate({ intents })}
      />
      {isOwner && (
        <Button
          mt="lg"
          disabled={!dirty}
          loading={update.isPending}
          onClick={() => update.mutate({ settings, version: office.version })}
        >
          Save
        </Button>
      )}
    </Section>
  )
}
