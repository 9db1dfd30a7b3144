import { Button } from '@mantine/core'
import type { ActionKind } from '../../../../worker/features/assistant/rules/actions.ts'
import type { Intent } from '../../../../worker/features/assistant/rules/intents.ts'
import { useActionNames } from '../../assistant/action-words.ts'
import { INTENT_NAMES } from '../../assistant/intent-names.ts'
import { AssistantFields } from './assistant-fields.tsx'
import { GateSwitches } from './gate-switches.tsx'
import { Section } from './section.tsx'
import { useSettingsDraft } from './use-settings-draft.ts'

/** Who reads the mail, and what may happen by itself. */
export function AssistantSection() {
  const draft = useSettingsDraft()
  const { gate } = draft.settings
  const names = useActionNames()
  return (
    <Section
      id="assistant"
      title="Assistant"
      lead="Below the threshold nothing happens by itself: it waits under Review. Nothing is ever sent without a member."
    >
      <AssistantFields draft={draft} />
      <GateSwitches<ActionKind>
        title="What it may do by itself"
        names={names}
        on={gate.actions}
        onChange={(actions) => draft.putGate({ actions })}
      />
      <GateSwitches<Intent>
        title="For which messages"
        names={INTENT_NAMES}
        on={gate.intents}
        onChange={(intents) => draft.putGate({ intents })}
      />
      <Button mt="lg" disabled={!draft.isChanged} loading={draft.isSaving} onClick={draft.save}>
        Save
      </Button>
    </Section>
  )
}
