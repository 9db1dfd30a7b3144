import { useMutation, useQueryClient } from '@tanstack/react-query'
import { server, trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { tellProblem } from '../../ui/toast.ts'
import { useKeptText } from '../../ui/use-kept-text.ts'
import type { Conversation } from './types.ts'

/** The answer that is being written in a conversation: the member's own, or a draft of the assistant that waits in it. */
export function useReply({ id, messages }: Pick<Conversation, 'id' | 'messages'>) {
  const queryClient = useQueryClient()
  const draft = messages.findLast(({ state, direction }) => state === 'draft' && direction === 'out')
  const [own, setOwn] = useKeptText(`reply ${id}`, '')
  // While nothing was typed here the draft shows through, so that a newer one is never hidden by an older copy.
  const text = own || draft?.text || ''
  const send = useMutation({
    mutationFn: async () => {
      if (!draft) return server.inbox.writeReply.mutate({ conversationId: id, text })
      if (text !== draft.text) await server.inbox.saveDraft.mutate({ id: draft.id, text })
      return server.inbox.sendDraft.mutate({ id: draft.id })
    },
    onSuccess: () => setOwn(''),
    onError: (error) => tellProblem(sentenceOf(error)),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries(trpc.inbox.conversation.queryFilter({ id })),
        queryClient.invalidateQueries(trpc.inbox.conversations.pathFilter()),
      ]),
  })
  return {
    text,
    isDraft: draft !== undefined && own === '',
    setText: setOwn,
    send: () => send.mutate(),
    sending: send.isPending,
  }
}
