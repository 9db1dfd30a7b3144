import { member, owner, router } from '../../trpc/procedures.ts'
import { addPipeline, movePipeline, removePipeline, renamePipeline } from './change-pipelines.ts'
import { addReason, moveReason, removeReason, renameReason } from './change-reasons.ts'
import { addStage, changeStage, moveStage, removeStage } from './change-stages.ts'
import {
  AddPipeline,
  AddReason,
  AddStage,
  ChangeStage,
  MovePipeline,
  MoveReason,
  MoveStage,
  Pipelines,
  RemovePipeline,
  RemoveReason,
  RemoveStage,
  RenamePipeline,
  RenameReason,
  Step,
} from './input.ts'
import { listPipelines } from './list-pipelines.ts'

export const pipelinesRouter = router({
  list: member.output(Pipelines).query(({ ctx }) => listPipelines(ctx)),
  add: owner
    .input(AddPipeline)
    .output(Step)
    .mutation(({ ctx, input }) => addPipeline(ctx, input)),
  rename: owner
    .input(RenamePipeline)
    .output(Step)
    .mutation(({ ctx, input }) => renamePipeline(ctx, input)),
  move: owner
    .input(MovePipeline)
    .output(Step)
    .mutation(({ ctx, input }) => movePipeline(ctx, input)),
  remove: owner
    .input(RemovePipeline)
    .output(Step)
    .mutation(({ ctx, input }) => removePipeline(ctx, input)),
  addStage: owner
    .input(AddStage)
    .output(Step)
    .mutation(({ ctx, input }) => addStage(ctx, input)),
  changeStage: owner
    .input(ChangeStage)
    .output(Step)
    .mutation(({ ctx, input }) => changeStage(ctx, input)),
  moveStage: owner
    .input(MoveStage)
    .output(Step)
    .mutation(({ ctx, input }) => moveStage(ctx, input)),
  removeStage: owner
    .input(RemoveStage)
    .output(Step)
    .mutation(({ ctx, input }) => removeStage(ctx, input)),
  addReason: owner
    .input(AddReason)
    .output(Step)
    .mutation(({ ctx, input }) => addReason(ctx, input)),
  renameReason: owner
    .input(RenameReason)
    .output(Step)
    .mutation(({ ctx, input }) => renameReason(ctx, input)),
  moveReason: owner
    .input(MoveReason)
    .output(Step)
    .mutation(({ ctx, input }) => moveReason(ctx, input)),
  removeReason: owner
    .input(RemoveReason)
    .output(Step)
    .mutation(({ ctx, input }) => removeReason(ctx, input)),
})
