import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type ListSearch, office, withList, withNew } from './office.ts'

const contacts = createRoute({
  getParentRoute: () => office,
  path: '/contacts',
  validateSearch: (search): ListSearch & { new?: true | undefined } => ({ ...withNew(search), ...withList(search) }),
  component: lazyRouteComponent(() => import('../features/contacts/contacts.tsx'), 'Contacts'),
})

const contact = createRoute({
  getParentRoute: () => office,
  path: '/contacts/$contactId',
  /** `lines` names the parts of the timeline that are looked at, with commas between them. */
  validateSearch: (search): { lines?: string | undefined } => ({
    lines: typeof search.lines === 'string' && search.lines ? search.lines : undefined,
  }),
  component: lazyRouteComponent(() => import('../features/contacts/contact-page.tsx'), 'ContactPage'),
})

const companies = createRoute({
  getParentRoute: () => office,
  path: '/companies',
  validateSearch: withList,
  component: lazyRouteComponent(() => import('../features/companies/companies.tsx'), 'Companies'),
})

const company = createRoute({
  getParentRoute: () => office,
  path: '/companies/$companyId',
  component: lazyRouteComponent(() => import('../features/companies/company-page.tsx'), 'CompanyPage'),
})

const duplicates = createRoute({
  getParentRoute: () => office,
  path: '/contacts/duplicates',
  component: lazyRouteComponent(() => import('../features/contacts/merge/duplicates.tsx'), 'Duplicates'),
})

const importContacts = createRoute({
  getParentRoute: () => office,
  path: '/contacts/import',
  validateSearch: (search): { id?: string | undefined } => ({
    id: typeof search.id === 'string' ? search.id : undefined,
  }),
  component: lazyRouteComponent(() => import('../features/imports/import-page.tsx'), 'ImportPage'),
})

/** The people and companies that the office serves. */
export const people = [contacts, duplicates, importContacts, contact, companies, company]
