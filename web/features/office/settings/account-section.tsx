import { useOffice } from '../use-office.ts'
import { AccountRow } from './account/account-row.tsx'
import { AddressRow } from './account/address-row.tsx'
import { LeaveOffice } from './account/leave-office.tsx'
import { NameForm } from './account/name-form.tsx'
import { PasswordForm } from './account/password-form.tsx'
import { SecondFactorRow } from './account/second-factor-row.tsx'
import { SessionsList } from './account/sessions-list.tsx'
import { TimeZoneRow } from './account/time-zone-row.tsx'
import { Section } from './section.tsx'
import classes from './settings.module.css'

/** What belongs to the person, in whichever office: who they are, and how they prove it. */
export function AccountSection() {
  const { user } = useOffice()
  return (
    <Section id="account" title="Your account" lead={`You are signed in as ${user.email}.`}>
      <div className={classes.rows}>
        <AccountRow
          title={user.name}
          detail="Your name, in every office you work in."
          acts={{ 'Change name': (close) => <NameForm onDone={close} /> }}
        />
        <TimeZoneRow />
        <AddressRow />
        <AccountRow
          title="Password"
          detail="A new one signs you out everywhere else."
          acts={{ 'Change password': (close) => <PasswordForm onDone={close} /> }}
        />
        <SecondFactorRow />
      </div>
      <SessionsList />
      <LeaveOffice />
    </Section>
  )
}
