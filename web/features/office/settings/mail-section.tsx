import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../../api.ts'
import { sentenceOf } from '../../../problem.ts'
import { CopyField } from '../../../ui/copy-field.tsx'
import { LoadingRows } from '../../../ui/loading-rows.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { tell, tellProblem } from '../../../ui/toast.ts'
import { TestMailButton } from '../../inbox/test-mail-button.tsx'
import { Section } from './section.tsx'
import classes from './settings.module.css'

/** Where mail arrives: the address to forward to, and the webhooks for those who receive mail elsewhere. */
export function MailSection() {
  const { data, error, refetch } = useQuery(trpc.office.inbound.queryOptions())
  return (
    <Section
      id="mail"
      title="Incoming mail"
      lead="Forward your mail to this address, and it appears in the inbox within a second."
    >
      {!data && !error && <LoadingRows count={2} round={false} />}
      {!data && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      {data?.map(({ key, label, address, hooks }) => (
        <div key={key}>
          <div className={classes.stack}>
            <span className={classes.label}>{label}</span>
            <CopyField label="mail address" value={address} />
          </div>
          {hooks && <Hooks inboxKey={key} hooks={hooks} />}
        </div>
      ))}
      {data && data.length > 0 && (
        <div className={classes.inline}>
          <TestMailButton />
        </div>
      )}
    </Section>
  )
}

type HookAddresses = { generic: string; sendgrid: string; mailgun: string; secret: string }

function Hooks({
  inboxKey,
  hooks: { generic, sendgrid, mailgun, secret },
}: {
  inboxKey: string
  hooks: HookAddresses
}) {
  const queryClient = useQueryClient()
  const rotate = useMutation(
    trpc.office.rotateInboundSecret.mutationOptions({
      onSuccess: () => {
        tell('There is a new secret. The old one does not work any more.')
        return queryClient.invalidateQueries(trpc.office.inbound.pathFilter())
      },
      onError: (error) => tellProblem(sentenceOf(error)),
    }),
  )
  const fields = {
    'SendGrid webhook': sendgrid,
    'Mailgun webhook': mailgun,
    'Generic webhook': generic,
    'Signing secret': secret,
  }
  return (
    <details>
      <summary className={classes.label}>Webhooks</summary>
      <div className={classes.stack}>
        {Object.entries(fields).map(([label, value]) => (
          <div key={label}>
            <span className={classes.detail}>{label}</span>
            <CopyField label={label} value={value} />
          </div>
        ))}
      </div>
      <Button size="xs" variant="default" loading={rotate.isPending} onClick={() => rotate.mutate({ key: inboxKey })}>
        Make a new secret
      </Button>
    </details>
  )
}
