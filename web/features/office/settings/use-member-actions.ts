import { useMutation, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../../api.ts'
import { sentenceOf } from '../../../problem.ts'
import { tellProblem } from '../../../ui/toast.ts'

/** Changing a member's role and taking back an invitation. */
export function useMemberActions() {
  const queryClient = useQueryClient()
  const settled = {
    onError: (problem: unknown) => tellProblem(sentenceOf(problem)),
    onSettled: () => queryClient.invalidateQueries(trpc.office.members.pathFilter()),
  }
  const { mutate: changeRole } = useMutation(trpc.office.changeRole.mutationOptions(settled))
  const { mutate: revoke } = useMutation(trpc.office.revokeInvitation.mutationOptions(settled))
  return { changeRole, revoke }
}
