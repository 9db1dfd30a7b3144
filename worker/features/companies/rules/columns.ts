import { builtIn, type Column } from '../../views/rules/columns.ts'

/** The columns that every office has in its list of companies. */
export const COMPANY_COLUMNS: readonly Column[] = [
  builtIn('name', 'Name', 'text'),
  builtIn('people', 'People', 'linked'),
  builtIn('website', 'Website', 'link'),
  builtIn('taxId', 'Tax number', 'text'),
  builtIn('ownerId', 'Looked after by', 'member'),
  builtIn('createdAt', 'Added', 'instant'),
]
export const FIRST_COMPANY_COLUMNS = ['name', 'people', 'website', 'ownerId']
