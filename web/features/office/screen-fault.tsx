import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { sentenceOf } from '../../problem.ts'
import { Problem } from '../../ui/problem.tsx'

/** A screen that could not be opened, with the way to try again. */
export function ScreenFault({ error }: ErrorComponentProps) {
  const router = useRouter()
  return <Problem sentence={sentenceOf(error)} onRetry={() => void router.invalidate()} />
}
