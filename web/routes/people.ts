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

/** The people and companies that the office serves. */
export const people = [contacts, duplicates, contact, companies, company]
