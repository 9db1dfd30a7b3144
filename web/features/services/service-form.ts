import type { UseFormReturnType } from '@mantine/form'
import type { ServiceDraft } from './service-draft.ts'

export type ServiceForm = UseFormReturnType<ServiceDraft>
