import { Link } from '@tanstack/react-router'
import { Monogram } from '../../ui/monogram.tsx'
import classes from './contact-row.module.css'
import type { ContactRow as Row } from './types.ts'

/** In pixels; the virtual list relies on it. */
export const CONTACT_ROW_HEIGHT = 56

/** A contact in the list. */
export function ContactRow({ row: { id, name, addresses } }: { row: Row }) {
  const first = (kind: 'email' | 'phone') => addresses.find((address) => address.kind === kind)?.asTyped ?? ''
  return (
    <Link to="/contacts/$contactId" params={{ contactId: id }} className={classes.row}>
      <Monogram name={name} size={34} />
      <span className={classes.name}>{name}</span>
      <span className={classes.address}>{first('email') || first('phone')}</span>
      <span className={classes.address}>{first('email') ? first('phone') : ''}</span>
    </Link>
  )
}
