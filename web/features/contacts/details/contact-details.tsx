import { Editable } from '../../../ui/editable.tsx'
import { OwnValues } from '../../fields/own-values.tsx'
import { useChangeRecord } from '../../fields/use-change.ts'
import { ValueInput } from '../../fields/value-input.tsx'
import { useOffice } from '../../office/use-office.ts'
import { Facts } from '../facts.tsx'
import { OwnerValue } from '../owner-value.tsx'
import type { Contact } from '../types.ts'
import { birthdayWords } from './birthday-words.ts'
import { Companies } from './companies.tsx'
import { Consent } from './consent.tsx'
import classes from './details.module.css'
import { Relations } from './relations.tsx'

/** All that is known of a contact and can be changed in its place. */
export function ContactDetails({ contact }: { contact: Contact }) {
  const { mayChange } = useOffice()
  const save = useChangeRecord('contact', contact.id)
  const { birthday, fields, ownerId } = contact
  return (
    <div className={classes.details}>
      <Facts title="Details">
        <Editable
          label="Birthday"
          readOnly={!mayChange}
          shown={birthdayWords(birthday)}
          initial={birthday ?? ''}
          save={(typed, over) => save({ column: 'birthday', seen: birthday, typed }, over)}
        >
          {({ label, ...control }) => (
            <ValueInput {...control} kind="text" label={`${label}: 24.12. or 24.12.1980`} options={[]} />
          )}
        </Editable>
        <OwnerValue label="Looked after by" ownerId={ownerId} save={save} />
        <OwnValues record="contact" fields={fields} save={save} />
      </Facts>
      <Relations contactId={contact.id} />
      <Companies contactId={contact.id} />
      <Consent contactId={contact.id} />
    </div>
  )
}
