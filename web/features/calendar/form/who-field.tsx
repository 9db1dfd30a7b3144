import { Button, Group, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { trpc } from '../../../api.ts'
import { AlikeList } from '../../contacts/alike-list.tsx'
import { ContactPicker } from '../../contacts/contact-picker.tsx'
import { useWords } from '../../office/use-words.ts'
import classes from './form.module.css'
import type { Values } from './start.ts'

const PAUSE_MS = 200
type Form = UseFormReturnType<Values>

/** Whose appointment it is: somebody from the list, or somebody new, who is written down with it. */
export function WhoField({ form, fixed }: { form: Form; fixed: string | null }) {
  const words = useWords()
  const { contactId, isNew } = form.values
  const known = useQuery(trpc.contacts.byId.queryOptions({ id: contactId ?? '' }, { enabled: contactId !== null }))
  if (fixed) return <TextInput label={words.one} value={fixed} readOnly />
  if (isNew) return <SomebodyNew form={form} />
  if (contactId && known.data)
    return (
      <Group align="end" wrap="nowrap">
        <TextInput label={words.one} value={known.data.name} readOnly flex={1} />
        <Button variant="default" onClick={() => form.setFieldValue('contactId', null)}>
          Somebody else
        </Button>
      </Group>
    )
  return (
    <Group align="end" wrap="nowrap">
      <div style={{ flex: 1, minWidth: 0 }}>
        <ContactPicker
          size="sm"
          label={words.one}
          value={contactId}
          onChoose={(id) => form.setFieldValue('contactId', id)}
        />
      </div>
      <Button variant="default" onClick={() => form.setValues({ isNew: true, contactId: null })}>
        New {words.inOne}
      </Button>
    </Group>
  )
}

/** Name, mail address and phone; whoever may be meant is offered from the list. */
function SomebodyNew({ form }: { form: Form }) {
  const words = useWords()
  const { name, email, phone } = form.values
  return (
    <div className={classes.whole}>
      <Group align="end" wrap="nowrap">
        <TextInput label="Name" flex={1} data-autofocus {...form.getInputProps('name')} />
        <Button variant="default" onClick={() => form.setValues({ isNew: false })}>
          From the list
        </Button>
      </Group>
      <Group grow align="start">
        <TextInput label="Email" type="email" {...form.getInputProps('email')} />
        <TextInput label="Phone" type="tel" {...form.getInputProps('phone')} />
      </Group>
      <Alike typed={{ name, email, phone }} onChoose={(contactId) => form.setValues({ isNew: false, contactId })} />
      <span className={classes.why}>Becomes {words.aOne} with this appointment.</span>
    </div>
  )
}

type AlikeFace = { typed: { name: string; email: string; phone: string }; onChoose: (id: string) => void }

function Alike({ typed, onChoose }: AlikeFace) {
  const [text] = useDebouncedValue(
    [typed.name, typed.email, typed.phone].map((each) => each.trim()).join('\n'),
    PAUSE_MS,
  )
  const [name = '', email = '', phone = ''] = text.split('\n')
  const enabled = text.trim() !== ''
  const asked = trpc.contacts.alike.queryOptions({ name, email, phone }, { enabled, placeholderData: keepPreviousData })
  const { data } = useQuery(asked)
  return (
    <AlikeList>
      {(enabled ? (data ?? []) : []).map(({ id, name: known, address, why }) => (
        <button key={id} type="button" className={classes.alike} onClick={() => onChoose(id)}>
          {known}
          <span className={classes.why}>{[why, address].filter(Boolean).join(' · ')}</span>
        </button>
      ))}
    </AlikeList>
  )
}
