import { Anchor, Button, Group } from '@mantine/core'
import { useForm } from '@mantine/form'
import { lazy, Suspense } from 'react'
import { CopyField } from '../../../ui/copy-field.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { wrongCode } from '../rules.ts'
import { CodeInput } from './code-input.tsx'
import { inFours } from './in-fours.ts'
import classes from './second-factor.module.css'

/** Needed on this screen alone, and there once in a lifetime. */
const QrCode = lazy(async () => ({ default: (await import('./qr-code.tsx')).QrCode }))

type Face = {
  secret: string
  link: string
  isPending: boolean
  problem: string | null
  onCode: (code: string) => void
  onCancel: () => void
}

/** Hands the key over to an app, and proves by the app's first code that it arrived. */
export function KeyStep({ secret, link, isPending, problem, onCode, onCancel }: Face) {
  const form = useForm({ initialValues: { code: '' }, validate: { code: wrongCode } })
  return (
    <form className={classes.form} noValidate onSubmit={form.onSubmit(({ code }) => onCode(code))}>
      <ol className={classes.steps}>
        <li>Open an authenticator app: any will do, such as the one of your password manager or your phone.</li>
        <li>
          Add an account by scanning the code, by typing the key below it, or{' '}
          <Anchor href={link}>open it in the app on this device</Anchor>.
        </li>
        <li>Enter the code that the app shows now. It changes every 30 seconds.</li>
      </ol>
      <Suspense fallback={<div className={classes.qrWaiting} />}>
        <QrCode text={link} label="QR code of the key" />
      </Suspense>
      <CopyField label="key" value={inFours(secret)} />
      {problem && <FormProblem sentence={problem} />}
      <CodeInput inputMode="numeric" {...form.getInputProps('code')} />
      <Group>
        <Button type="submit" loading={isPending}>
          Switch on
        </Button>
        <Button variant="subtle" color="gray" onClick={onCancel}>
          Not now
        </Button>
      </Group>
    </form>
  )
}
