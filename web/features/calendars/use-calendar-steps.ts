import { useMutation, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { tell, tellProblem } from '../../ui/toast.ts'

/** What members do with calendars; each says that it was done, or why not, and what shows it is read anew. */
export function useCalendarSteps() {
  const queryClient = useQueryClient()
  const told = (sentence: string | null) => ({
    onSuccess: () => {
      if (sentence) tell(sentence)
    },
    onError: (error: unknown) => tellProblem(sentenceOf(error)),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries(trpc.calendars.pathFilter()),
        queryClient.invalidateQueries(trpc.appointments.outsideBusy.pathFilter()),
      ]),
  })
  return {
    makeFeed: useMutation(trpc.calendars.makeFeed.mutationOptions(told(null))),
    changePrivacy: useMutation(trpc.calendars.changePrivacy.mutationOptions(told(null))),
    revokeFeed: useMutation(trpc.calendars.revokeFeed.mutationOptions(told('The address leads nowhere any more.'))),
    changeSource: useMutation(trpc.calendars.changeSource.mutationOptions(told(null))),
    refreshSource: useMutation(
      trpc.calendars.refreshSource.mutationOptions({
        ...told(null),
        onSuccess: ({ isAsked }) => tell(isAsked ? 'The calendar is being read.' : 'It was read a moment ago.'),
      }),
    ),
    removeSource: useMutation(trpc.calendars.removeSource.mutationOptions(told('The calendar is followed no more.'))),
    choose: useMutation(trpc.calendars.choose.mutationOptions(told('Saved.'))),
    runImport: useMutation(trpc.calendars.runImport.mutationOptions(told(null))),
    undoImport: useMutation(trpc.calendars.undoImport.mutationOptions(told(null))),
  }
}
