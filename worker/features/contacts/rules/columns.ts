import { builtIn, type Column } from '../../views/rules/columns.ts'

/** The columns that every office has in its list of contacts. */
export const CONTACT_COLUMNS: readonly Column[] = [
  builtIn('name', 'Name', 'text'),
  builtIn('email', 'Email', 'address'),
  builtIn('phone', 'Phone', 'address'),
  builtIn('tags', 'Tags', 'tags'),
  builtIn('company', 'Company', 'linked'),
  builtIn('ownerId', 'Looked after by', 'member'),
  builtIn('birthday', 'Birthday', 'birthday'),
  builtIn('createdAt', 'Added', 'instant'),
  builtIn('lastContactAt', 'Last contact', 'instant'),
]
export const FIRST_CONTACT_COLUMNS = ['name', 'email', 'phone', 'tags', 'lastContactAt']
