import { sentenceOf } from '../../../problem.ts'
import { LoadingRows } from '../../../ui/loading-rows.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { usePipelines } from '../../deals/use-pipelines.ts'
import { AddByName } from './pipelines/add-by-name.tsx'
import { LostReasons } from './pipelines/lost-reasons.tsx'
import { PipelinePart } from './pipelines/pipeline-part.tsx'
import { usePipelineActions } from './pipelines/use-pipeline-actions.ts'
import { Section } from './section.tsx'

/** The pipelines of the office, the stages of each, and why deals are lost here. */
export function PipelinesSection() {
  const { data, error, refetch } = usePipelines()
  const { addPipeline } = usePipelineActions()
  return (
    <Section
      id="pipelines"
      title="Pipelines"
      lead="The stages through which deals go, how likely a deal in each is won, and after how many days it has stood there too long."
    >
      {!data && !error && <LoadingRows count={3} round={false} />}
      {!data && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      {data?.pipelines.map((pipeline, at) => (
        <PipelinePart
          key={pipeline.id}
          pipeline={pipeline}
          isFirst={at === 0}
          isLast={at === data.pipelines.length - 1}
        />
      ))}
      {data && <AddByName label="New pipeline" onAdd={(name) => addPipeline({ name })} />}
      {data && <LostReasons reasons={data.lostReasons} />}
    </Section>
  )
}
