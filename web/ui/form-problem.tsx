import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'

/** Why a form could not be sent, above its fields. */
export function FormProblem({ sentence }: { sentence: string }) {
  return (
    <Alert color="red" variant="light" role="alert" icon={<IconAlertTriangle size={18} />}>
      {sentence}
    </Alert>
  )
}
