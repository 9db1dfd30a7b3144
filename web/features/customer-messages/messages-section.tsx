import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Problem } from '../../ui/problem.tsx'
import { Section } from '../office/settings/section.tsx'
import classes from '../office/settings/settings.module.css'
import { AddReminder } from './add-reminder.tsx'
import { QuietForm } from './quiet-form.tsx'
import { StepDialog } from './step-dialog.tsx'
import { StepRow } from './step-row.tsx'
import { TroubledMessages } from './troubled-messages.tsx'
import type { MessageSettings } from './types.ts'

/** What customers are told around their appointments, when, and in which words. */
export function MessagesSection() {
  const { data, error, refetch } = useQuery(trpc.customerMessages.settings.queryOptions())
  return (
    <Section
      id="messages"
      title="Messages to customers"
      lead="What whoever has an appointment is told by itself. Who has no mail address gets a text message, and the other way round."
    >
      {!data && !error && <LoadingRows count={5} round={false} />}
      {!data && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      {data && <Messages settings={data} />}
    </Section>
  )
}

function Messages({ settings }: { settings: MessageSettings }) {
  const [editing, setEditing] = useState<string | null>(null)
  const ofOffice = settings.steps.filter(({ serviceId }) => serviceId === null)
  const ownOf = (key: string) => settings.steps.filter((step) => step.key === key && step.serviceId !== null).length
  return (
    <>
      <TroubledMessages />
      <ul className={classes.rows} aria-label="Messages to customers">
        {ofOffice.map((step) => (
          <StepRow key={step.key} step={step} own={ownOf(step.key)} onEdit={() => setEditing(step.key)} />
        ))}
      </ul>
      <AddReminder />
      <Carriers settings={settings} />
      <QuietForm key={settings.version} settings={settings} />
      {editing && ofOffice.some(({ key }) => key === editing) && (
        <StepDialog stepKey={editing} steps={settings.steps} onClose={() => setEditing(null)} />
      )}
    </>
  )
}

/** What an owner would otherwise wonder about for a day. */
function Carriers({ settings: { sendsMails, sendsTexts } }: { settings: MessageSettings }) {
  if (sendsMails && sendsTexts) return null
  const what = sendsMails ? 'text messages' : sendsTexts ? 'mails' : 'mails and text messages'
  return (
    <p className={classes.detail}>
      This server sends no real {what}: what would have left is kept under “Sent locally”, below.
    </p>
  )
}
