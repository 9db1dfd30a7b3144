import { sentenceOf } from '../../problem.ts'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Problem } from '../../ui/problem.tsx'
import { Section } from '../office/settings/section.tsx'
import { FeedList } from './feed-list.tsx'
import { ImportPart } from './import-part.tsx'
import { SourcePart } from './source-part.tsx'
import { usePeople } from './use-people.ts'

/** Calendars outside: to look at ours from elsewhere, to be kept busy by others, and to bring one in from a file. */
export function CalendarsSection() {
  const { isReady, error, refetch } = usePeople()
  return (
    <Section
      id="calendars"
      title="Calendars"
      lead="See your appointments in the calendar on your phone, and let the calendars you keep elsewhere block your time here."
    >
      {!isReady && !error && <LoadingRows count={3} round={false} />}
      {!isReady && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      {isReady && (
        <>
          <FeedList />
          <SourcePart />
          <ImportPart />
        </>
      )}
    </Section>
  )
}
