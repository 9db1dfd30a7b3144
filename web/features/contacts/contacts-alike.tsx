import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../../api.ts'
import classes from './alike-list.module.css'
import { AlikeList } from './alike-list.tsx'

const PAUSE_MS = 200

type Face = { typed: { name: string; email: string; phone: string }; onOpen: () => void }

/** People in the list already who may be the one that is being written down: one click opens them instead. */
export function ContactsAlike({ typed: { name, email, phone }, onOpen }: Face) {
  const [text] = useDebouncedValue([name, email, phone].map((each) => each.trim()).join('\n'), PAUSE_MS)
  const [askedName = '', askedEmail = '', askedPhone = ''] = text.split('\n')
  const asked = { name: askedName, email: askedEmail, phone: askedPhone }
  const enabled = text.trim() !== ''
  const { data } = useQuery(trpc.contacts.alike.queryOptions(asked, { enabled, placeholderData: keepPreviousData }))
  return (
    <AlikeList>
      {(enabled ? (data ?? []) : []).map(({ id, name: known, address, why }) => (
        <Link
          key={id}
          to="/contacts/$contactId"
          params={{ contactId: id }}
          className={classes.row ?? ''}
          onClick={onOpen}
        >
          <span className={classes.name}>{known}</span>
          <span className={classes.detail}>{why}</span>
          <span className={classes.address}>{address}</span>
        </Link>
      ))}
    </AlikeList>
  )
}
