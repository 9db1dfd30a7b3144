import { NativeSelect } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { usePipelines } from './use-pipelines.ts'

type Face = { view: 'board' | 'list' | 'table' | 'forecast'; pipeline: string | undefined }

/** Which pipeline is looked at, where there are several. The address says it, so that it can be kept and sent. */
export function PipelineSwitch({ view, pipeline }: Face) {
  const navigate = useNavigate()
  const { data } = usePipelines()
  if (!data || data.pipelines.length < 2) return null
  return (
    <NativeSelect
      size="xs"
      aria-label="Pipeline"
      value={pipeline ?? data.pipelines[0]?.id ?? ''}
      data={data.pipelines.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(event) => void navigate({ to: '/deals', search: { view, pipeline: event.currentTarget.value } })}
    />
  )
}
