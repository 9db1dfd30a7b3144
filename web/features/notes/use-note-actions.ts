import { useMutation, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { tellProblem } from '../../ui/toast.ts'
import { useUndo } from '../acts/use-undo.ts'
import type { Note } from './note-card.tsx'

/** What can be done with a note; each is one step that can be taken back. */
export function useNoteActions({ id, version }: Note) {
  const queryClient = useQueryClient()
  const { tellStep } = useUndo()
  const options = {
    onSuccess: tellStep,
    onError: (error: unknown) => tellProblem(sentenceOf(error)),
    onSettled: () => queryClient.invalidateQueries(trpc.notes.pathFilter()),
  }
  const change = useMutation(trpc.notes.change.mutationOptions(options))
  const remove = useMutation(trpc.notes.remove.mutationOptions(options))
  return {
    change: (fields: { text: string; isPinned: boolean }) => change.mutate({ id, version, ...fields }),
    remove: () => remove.mutate({ id }),
  }
}
