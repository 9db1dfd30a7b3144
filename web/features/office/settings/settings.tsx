import { Pane, PaneColumn } from '../../../ui/pane.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { useOffice } from '../use-office.ts'
import { AssistantSection } from './assistant-section.tsx'
import { JobsSection } from './jobs-section.tsx'
import { MailSection } from './mail-section.tsx'
import { MembersSection } from './members-section.tsx'
import { OfficeSection } from './office-section.tsx'

/** Everything that can be set, on one page of small parts. */
export function Settings() {
  useTitle('Settings')
  const { isOwner, mayChange } = useOffice()
  return (
    <Pane title="Settings">
      <PaneColumn>
        <OfficeSection />
        <MembersSection />
        {mayChange && <MailSection />}
        <AssistantSection />
        {isOwner && <JobsSection />}
      </PaneColumn>
    </Pane>
  )
}
