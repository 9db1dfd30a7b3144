import { actsRouter } from '../features/acts/router.ts'
import { appointmentsRouter } from '../features/appointments/router.ts'
import { assistantRouter } from '../features/assistant/router.ts'
import { calendarsRouter } from '../features/calendars/router.ts'
import { companiesRouter } from '../features/companies/router.ts'
import { contactsRouter } from '../features/contacts/router.ts'
import { customerMessagesRouter } from '../features/customer-messages/router.ts'
import { dashboardRouter } from '../features/dashboard/router.ts'
import { dealsRouter } from '../features/deals/router.ts'
import { fieldsRouter } from '../features/fields/router.ts'
import { filesRouter } from '../features/files/router.ts'
import { hoursRouter } from '../features/hours/router.ts'
import { importsRouter } from '../features/imports/router.ts'
import { inboxRouter } from '../features/inbox/router.ts'
import { jobsRouter } from '../features/jobs/router.ts'
import { notesRouter } from '../features/notes/router.ts'
import { noticesRouter } from '../features/notices/router.ts'
import { officeRouter } from '../features/office/router.ts'
import { pipelinesRouter } from '../features/pipelines/router.ts'
import { presetsRouter } from '../features/presets/router.ts'
import { relationsRouter } from '../features/relations/router.ts'
import { resourcesRouter } from '../features/resources/router.ts'
import { searchRouter } from '../features/search/router.ts'
import { servicesRouter } from '../features/services/router.ts'
import { tagsRouter } from '../features/tags/router.ts'
import { taskTemplatesRouter } from '../features/task-templates/router.ts'
import { tasksRouter } from '../features/tasks/router.ts'
import { trashRouter } from '../features/trash/router.ts'
import { unattendedRouter } from '../features/unattended/router.ts'
import { viewsRouter } from '../features/views/router.ts'
import { signInRouter } from '../http/sign-in/router.ts'
import { router } from './procedures.ts'

export const appRouter = router({
  tasks: tasksRouter,
  taskTemplates: taskTemplatesRouter,
  jobs: jobsRouter,
  imports: importsRouter,
  inbox: inboxRouter,
  customerMessages: customerMessagesRouter,
  dashboard: dashboardRouter,
  deals: dealsRouter,
  contacts: contactsRouter,
  companies: companiesRouter,
  relations: relationsRouter,
  fields: fieldsRouter,
  files: filesRouter,
  assistant: assistantRouter,
  acts: actsRouter,
  appointments: appointmentsRouter,
  calendars: calendarsRouter,
  services: servicesRouter,
  hours: hoursRouter,
  resources: resourcesRouter,
  notes: notesRouter,
  pipelines: pipelinesRouter,
  presets: presetsRouter,
  notices: noticesRouter,
  tags: tagsRouter,
  search: searchRouter,
  trash: trashRouter,
  unattended: unattendedRouter,
  views: viewsRouter,
  office: officeRouter,
  signIn: signInRouter,
})
export type AppRouter = typeof appRouter
