import { Link } from '@tanstack/react-router'
import { Pane, PaneBody } from '../../../ui/pane.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { CalendarsSection } from '../../calendars/calendars-section.tsx'
import { MessagesSection } from '../../customer-messages/messages-section.tsx'
import { FieldsSection } from '../../fields/fields-section.tsx'
import { HoursSection } from '../../hours/hours-section.tsx'
import { TradeSection } from '../../presets/trade-section.tsx'
import { RelationsSection } from '../../relations/relations-section.tsx'
import { ResourcesSection } from '../../resources/resources-section.tsx'
import { ServicesSection } from '../../services/services-section.tsx'
import { TemplatesSection } from '../../task-templates/templates-section.tsx'
import { useOffice } from '../use-office.ts'
import { AccountSection } from './account-section.tsx'
import { AssistantSection } from './assistant-section.tsx'
import { DemoSection } from './demo-section.tsx'
import { JobsSection } from './jobs-section.tsx'
import { MailSection } from './mail-section.tsx'
import { MembersSection } from './members-section.tsx'
import { NotesSection } from './notes-section.tsx'
import { OfficeSection } from './office-section.tsx'
import { PipelinesSection } from './pipelines-section.tsx'
import { SentLocallySection } from './sent-locally-section.tsx'
import classes from './settings.module.css'

/** Everything that can be set, on one page of small parts. */
export function Settings() {
  useTitle('Settings')
  const { office, isOwner, mayChange } = useOffice()
  const parts = [
    { id: 'account', name: 'Your account', part: <AccountSection /> },
    ...(isOwner ? [{ id: 'office', name: 'Office', part: <OfficeSection /> }] : []),
    ...(isOwner ? [{ id: 'trade', name: 'Your trade', part: <TradeSection /> }] : []),
    ...(isOwner ? [{ id: 'fields', name: 'Own fields', part: <FieldsSection /> }] : []),
    ...(mayChange ? [{ id: 'relations', name: 'Relations', part: <RelationsSection /> }] : []),
    { id: 'members', name: 'Members', part: <MembersSection /> },
    { id: 'services', name: 'Services', part: <ServicesSection /> },
    { id: 'hours', name: 'Hours', part: <HoursSection /> },
    { id: 'resources', name: 'Rooms and things', part: <ResourcesSection /> },
    ...(mayChange ? [{ id: 'calendars', name: 'Calendars', part: <CalendarsSection /> }] : []),
    ...(mayChange ? [{ id: 'mail', name: 'Incoming mail', part: <MailSection /> }] : []),
    ...(isOwner ? [{ id: 'assistant', name: 'Assistant', part: <AssistantSection /> }] : []),
    ...(isOwner ? [{ id: 'pipelines', name: 'Pipelines', part: <PipelinesSection /> }] : []),
    ...(isOwner ? [{ id: 'templates', name: 'Task templates', part: <TemplatesSection /> }] : []),
    ...(isOwner ? [{ id: 'messages', name: 'Messages to customers', part: <MessagesSection /> }] : []),
    { id: 'sent', name: 'Sent locally', part: <SentLocallySection /> },
    ...(isOwner ? [{ id: 'notes', name: 'What happened', part: <NotesSection /> }] : []),
    ...(isOwner ? [{ id: 'jobs', name: 'Stuck work', part: <JobsSection /> }] : []),
    ...(isOwner && office.isDemo ? [{ id: 'demo', name: 'Demo office', part: <DemoSection /> }] : []),
  ]
  return (
    <Pane title="Settings">
      <PaneBody>
        <div className={classes.page}>
          <nav className={classes.nav} aria-label="Settings">
            {parts.map(({ id, name }) => (
              <Link key={id} to="/settings" hash={id} activeOptions={{ includeHash: true }} className={classes.to}>
                {name}
              </Link>
            ))}
          </nav>
          <div>
            {parts.map(({ id, part }) => (
              <div key={id}>{part}</div>
            ))}
          </div>
        </div>
      </PaneBody>
    </Pane>
  )
}
