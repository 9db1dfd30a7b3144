import { LocalMails } from '../../../session/local-mails.tsx'
import { useOffice } from '../../use-office.ts'
import classes from '../settings.module.css'
import { AccountRow } from './account-row.tsx'
import { AddressForm } from './address-form.tsx'

/** What the person signs in with; where no mail is sent, the one that would prove it stands here. */
export function AddressRow() {
  const { user } = useOffice()
  const { email, emailVerified } = user
  return (
    <>
      <AccountRow
        title={email}
        detail={emailVerified ? 'Your confirmed mail address.' : 'Your mail address, not confirmed yet.'}
        acts={{ 'Change address': (close) => <AddressForm onDone={close} /> }}
      />
      {!emailVerified && (
        <div className={classes.mails}>
          <LocalMails email={email} since={0} />
        </div>
      )}
    </>
  )
}
