import { Button } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { isConflict, sentenceOf } from '../problem.ts'
import classes from './editable.module.css'

type Control = {
  value: string
  onChange: (typed: string) => void
  /** What is chosen from a list is kept at once. */
  onChoose: (typed: string) => void
  error: string | null
  label: string
}
type Face = {
  label: string
  /** What stands there now, in words; nothing where it is empty. */
  shown: ReactNode
  /** The same as it is typed. */
  initial: string
  readOnly?: boolean
  /** Only the value, where a heading says already what it is. */
  bare?: boolean
  /** Keeps what was typed; `over` says that it may replace what somebody else put there meanwhile. */
  save: (typed: string, over: boolean) => Promise<unknown>
  children: (control: Control) => ReactNode
}

/**
 * A value that is changed in its place: Enter or leaving the field keeps it, Escape does not. When somebody else changed
 * it meanwhile, both are shown and the member chooses; what was typed is never lost.
 */
export function Editable({ label, shown, initial, readOnly = false, bare = false, save, children }: Face) {
  const [typed, setTyped] = useState<string | null>(null)
  const [shownId, labelId] = [useId(), useId()]
  if (typed !== null)
    return <Editing {...{ label, typed, initial, save, children }} onType={setTyped} onDone={() => setTyped(null)} />
  return (
    <>
      <button
        type="button"
        className={bare ? classes.bare : classes.value}
        aria-labelledby={bare ? `${shownId} ${labelId}` : undefined}
        disabled={readOnly}
        onClick={() => setTyped(initial)}
      >
        {!bare && <span className={classes.label}>{label}</span>}
        <span id={shownId} className={classes.shown}>
          {shown || (!bare && <span className={classes.empty}>Add</span>)}
        </span>
      </button>
      {/* Read after the value, so that the name of the button holds what is seen of it. */}
      {bare && (
        <span id={labelId} hidden>
          Change {label}
        </span>
      )}
    </>
  )
}

type EditingFace = Pick<Face, 'label' | 'initial' | 'save' | 'children'> & {
  typed: string
  onType: (typed: string) => void
  onDone: () => void
}

function Editing({ label, typed, initial, save, children, onType, onDone }: EditingFace) {
  const [fault, setFault] = useState<unknown>(null)
  const [saving, setSaving] = useState(false)
  const keep = async (over: boolean, text = typed.trim()) => {
    if (saving) return
    if (text === initial && !over) return onDone()
    setSaving(true)
    try {
      await save(text, over)
      onDone()
    } catch (error) {
      setFault(error)
    } finally {
      setSaving(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void keep(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // A browser sends no form off by Enter in a field for a day.
    const isDay = event.target instanceof HTMLInputElement && event.target.type === 'date'
    if (event.key === 'Enter' && isDay) {
      event.preventDefault()
      void keep(false)
    }
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onDone()
  }
  const onChoose = (chosen: string) => {
    onType(chosen)
    void keep(false, chosen)
  }
  const leave = () => fault === null && void keep(false)
  return (
    <form className={classes.form} onSubmit={submit} onKeyDown={onKeyDown} onBlur={leave} noValidate>
      {children({ value: typed, onChange: onType, onChoose, error: fault === null ? null : sentenceOf(fault), label })}
      {isConflict(fault) && (
        <div className={classes.choose}>
          <Button size="compact-xs" onClick={() => void keep(true)}>
            Take mine
          </Button>
          <Button size="compact-xs" variant="default" onClick={onDone}>
            Leave theirs
          </Button>
        </div>
      )}
    </form>
  )
}
