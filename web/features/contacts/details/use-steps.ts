import { trpc } from '../../../api.ts'
import { useToldSteps } from '../../acts/use-told-steps.ts'

/** What every small step with a contact does afterwards. */
export const useSteps = (onDone?: () => void) =>
  useToldSteps([trpc.contacts.pathFilter(), trpc.companies.pathFilter(), trpc.relations.pathFilter()], onDone)
