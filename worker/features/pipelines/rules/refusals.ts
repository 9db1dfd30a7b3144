type Stage = { id: string; name: string; kind: 'open' | 'won' | 'lost' }
export type Answer = { ok: true } | { ok: false; why: string }

const counted = (deals: number) => (deals === 1 ? 'one deal' : `${deals} deals`)
const refused = (why: string): Answer => ({ ok: false, why })

const isLastOfKind = (stage: Stage, stages: readonly Stage[]) =>
  !stages.some(({ id, kind }) => id !== stage.id && kind === stage.kind)

const lastOfKind = ({ kind }: Stage) => `This is the last ${kind} stage of the pipeline, and every pipeline needs one.`

/** Whether a stage may be taken away. Deals always stand somewhere, and a new, a won and a lost one need a place. */
export function mayRemoveStage(stage: Stage, stages: readonly Stage[], deals: number): Answer {
  if (isLastOfKind(stage, stages)) return refused(lastOfKind(stage))
  if (deals > 0) return refused(`In “${stage.name}” there is still ${counted(deals)}. Please move them first.`)
  return { ok: true }
}

/** Whether a stage may become one of another kind. Its deals would be won, lost or open again without anybody's doing. */
export function mayTurnInto(kind: Stage['kind'], stage: Stage, stages: readonly Stage[], deals: number): Answer {
  if (kind === stage.kind) return { ok: true }
  if (isLastOfKind(stage, stages)) return refused(lastOfKind(stage))
  if (deals > 0) return refused(`In “${stage.name}” there is still ${counted(deals)}, which would become ${kind}.`)
  return { ok: true }
}

/** Whether a pipeline may be put away. */
export function mayRemovePipeline(name: string, pipelines: number, deals: number): Answer {
  if (pipelines <= 1) return refused('This is the last pipeline, and an office needs one.')
  if (deals > 0) return refused(`In “${name}” there is still ${counted(deals)}. Please move them first.`)
  return { ok: true }
}

/** How likely a deal of the stage is won: what is won or lost is not guessed at. */
export const likelihood = (kind: Stage['kind'], typed: number): number =>
  kind === 'won' ? 100 : kind === 'lost' ? 0 : typed
