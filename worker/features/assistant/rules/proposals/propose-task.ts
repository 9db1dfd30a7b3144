import { evidenceOf, type Matter } from './matter.ts'
import type { Proposal } from './proposal.ts'
import { nextWorkingDay } from './working-day.ts'

/** Something for a member to do: today when it cannot wait, else by the next working day. */
export function proposeTask(matter: Matter, title: string, due: 'today' | 'soon'): Proposal {
  const { understanding, facts } = matter
  const dueOn = due === 'today' || understanding.urgent ? facts.today : nextWorkingDay(facts.today)
  return {
    action: { kind: 'create_task', payload: { title, dueOn } },
    evidence: evidenceOf(matter),
    confidence: understanding.confidence,
  }
}
