import { NativeSelect, Slider, TextInput } from '@mantine/core'
import { inPercent } from '../../assistant/confidence-words.ts'
import { PROVIDER_CHOICES, providerOf } from './provider-choices.ts'
import classes from './settings.module.css'
import type { SettingsDraft } from './use-settings-draft.ts'

/** The server refuses less, whatever an office wants. */
const LOWEST_THRESHOLD = 0.85
const THRESHOLD_STEP = 0.01
const CENTS = 100
const HIGHEST_LIMIT = 1000

/** Who reads the mail, what it may cost, and how sure the assistant must be. */
export function AssistantFields({ draft: { settings, putAssistant, putGate } }: { draft: SettingsDraft }) {
  const { gate, assistant } = settings
  const limitIn = (dollars: string) => putAssistant({ monthlyLimitCents: Math.round(Number(dollars) * CENTS) })
  return (
    <div className={classes.form}>
      <NativeSelect
        label="Who reads the mail"
        description="Others than the built-in reader need a key on this server. If they do not answer, the built-in one does."
        data={PROVIDER_CHOICES}
        value={assistant.provider}
        onChange={(event) => putAssistant({ provider: providerOf(event.currentTarget.value) })}
      />
      <TextInput
        type="number"
        label="Monthly limit in US dollars"
        description="For readers that cost money. When it is reached, the built-in one reads on."
        min={0}
        max={HIGHEST_LIMIT}
        value={assistant.monthlyLimitCents / CENTS}
        onChange={(event) => limitIn(event.currentTarget.value)}
      />
      <div>
        <span className={classes.label}>How sure it must be: {inPercent(gate.threshold)}</span>
        <Slider
          {...{ mt: 8, min: LOWEST_THRESHOLD, max: 1, step: THRESHOLD_STEP, label: inPercent }}
          thumbLabel="How sure it must be"
          value={gate.threshold}
          onChange={(threshold) => putGate({ threshold })}
        />
      </div>
    </div>
  )
}
