import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import classes from '../settings.module.css'

const LONGEST_NAME = 60

/** A field and a button that add one more of something. */
export function AddByName({ label, onAdd }: { label: string; onAdd: (name: string) => void }) {
  const [typed, setTyped] = useState('')
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (!typed.trim()) return
    onAdd(typed.trim())
    setTyped('')
  }
  return (
    <form className={classes.inline} onSubmit={add}>
      <TextInput
        size="xs"
        label={label}
        maxLength={LONGEST_NAME}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button size="xs" type="submit" variant="default" aria-label={`Add: ${label}`}>
        Add
      </Button>
    </form>
  )
}
