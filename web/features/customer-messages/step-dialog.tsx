import { Modal, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../api.ts'
import { StepForm } from './step-form.tsx'
import { nameOf } from './step-words.ts'
import type { StepShown } from './types.ts'

type Face = { stepKey: string; steps: StepShown[]; onClose: () => void }

/** The words of one message, for all services or for one of them. */
export function StepDialog({ stepKey, steps, onClose }: Face) {
  const [serviceId, setServiceId] = useState<string | null>(null)
  const services = useQuery(trpc.services.list.queryOptions()).data ?? []
  const own = steps.filter(({ key }) => key === stepKey)
  const ofOffice = own.find((step) => step.serviceId === null)
  const ofService = own.find((step) => step.serviceId === serviceId)
  if (!ofOffice) return null
  const hasOwn = (id: string) => own.some((step) => step.serviceId === id)
  return (
    <Modal opened onClose={onClose} closeOnClickOutside={false} size={920} title={nameOf(ofOffice)}>
      <NativeSelect
        label="For"
        mb="md"
        maw={420}
        value={serviceId ?? ''}
        onChange={(event) => setServiceId(event.currentTarget.value || null)}
        data={[
          { value: '', label: 'All services' },
          ...services.map(({ id, name }) => ({ value: id, label: hasOwn(id) ? `${name} (its own)` : name })),
        ]}
      />
      <StepForm
        key={`${serviceId} ${ofService?.version}`}
        step={ofService ?? { ...ofOffice, serviceId, version: 0 }}
        isKept={(ofService?.version ?? 0) > 0}
        onDone={onClose}
      />
    </Modal>
  )
}
