import { member, owner, router } from '../../trpc/procedures.ts'
import { applyPreset } from './apply-preset.ts'
import {
  ApplyPreset,
  PresetPreview,
  PresetStep,
  PresetsShown,
  PreviewPreset,
  Removal,
  RemovePreset,
  SetWords,
  WordsStep,
} from './input.ts'
import { previewPreset, readPresets } from './read-presets.ts'
import { previewRemoval, removePreset } from './remove-preset.ts'
import { setWords } from './set-words.ts'

export const presetsRouter = router({
  list: member.output(PresetsShown).query(({ ctx }) => readPresets(ctx)),
  preview: owner
    .input(PreviewPreset)
    .output(PresetPreview)
    .query(({ ctx, input }) => previewPreset(ctx, input)),
  setUp: owner
    .input(ApplyPreset)
    .output(PresetStep)
    .mutation(({ ctx, input }) => applyPreset(ctx, input)),
  removal: owner
    .input(RemovePreset)
    .output(Removal)
    .query(({ ctx, input }) => previewRemoval(ctx, input)),
  remove: owner
    .input(RemovePreset)
    .output(PresetStep)
    .mutation(({ ctx, input }) => removePreset(ctx, input)),
  setWords: owner
    .input(SetWords)
    .output(WordsStep)
    .mutation(({ ctx, input }) => setWords(ctx, input)),
})
