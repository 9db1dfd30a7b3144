import { z } from 'zod'
import { member, router } from '../../trpc/procedures.ts'
import { removeFile, renameFile } from './change-file.ts'
import { FileShown, FileStep, ListFiles, RemoveFile, RenameFile } from './input.ts'
import { listFiles } from './list-files.ts'

export const filesRouter = router({
  list: member
    .input(ListFiles)
    .output(z.array(FileShown))
    .query(({ ctx, input }) => listFiles(ctx, input)),
  rename: member
    .input(RenameFile)
    .output(FileStep)
    .mutation(({ ctx, input }) => renameFile(ctx, input)),
  remove: member
    .input(RemoveFile)
    .output(FileStep)
    .mutation(({ ctx, input }) => removeFile(ctx, input)),
})
