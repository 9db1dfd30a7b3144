import { member, router } from '../../trpc/procedures.ts'
import { ImportId, ImportList, ImportShown, KeptRows, MappedImport, Preview, Started } from './input.ts'
import { listImports, listKept, readImport } from './list-imports.ts'
import { previewImport } from './preview-import.ts'
import { startCheck, startImport, stopImport } from './start-import.ts'

export const importsRouter = router({
  list: member.output(ImportList).query(({ ctx }) => listImports(ctx)),
  byId: member
    .input(ImportId)
    .output(ImportShown)
    .query(({ ctx, input }) => readImport(ctx, input)),
  preview: member
    .input(ImportId)
    .output(Preview)
    .query(({ ctx, input }) => previewImport(ctx, input)),
  kept: member
    .input(ImportId)
    .output(KeptRows)
    .query(({ ctx, input }) => listKept(ctx, input)),
  check: member
    .input(MappedImport)
    .output(Started)
    .mutation(({ ctx, input }) => startCheck(ctx, input)),
  run: member
    .input(MappedImport)
    .output(Started)
    .mutation(({ ctx, input }) => startImport(ctx, input)),
  stop: member
    .input(ImportId)
    .output(Started)
    .mutation(({ ctx, input }) => stopImport(ctx, input)),
})
