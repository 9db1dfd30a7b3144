import { Button, CloseButton } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { type Toast, toastShelf } from './toast.ts'
import classes from './toast-shelf.module.css'

/** Long enough to read a sentence and to find the button. */
const SHOWN_MS = 7000

/** Where toasts stand. The shelf is always there, so that a screen reader hears what is put on it. */
export function ToastShelf() {
  const toasts = useSyncExternalStore(toastShelf.listen, toastShelf.read)
  return (
    <div className={classes.shelf} role="status" aria-live="polite">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

function ToastCard({ toast: { id, sentence, tone, undo } }: { toast: Toast }) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => toastShelf.take(id), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [id, held])
  const takeBack = () => {
    toastShelf.take(id)
    undo?.()
  }
  return (
    <div
      className={classes.toast}
      data-tone={tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      {tone === 'bad' ? <IconAlertTriangle size={18} aria-hidden /> : <IconCircleCheck size={18} aria-hidden />}
      <span className={classes.sentence}>{sentence}</span>
      {undo && (
        <Button size="compact-sm" variant="subtle" onClick={takeBack}>
          Undo
        </Button>
      )}
      <CloseButton size="sm" aria-label="Close" onClick={() => toastShelf.take(id)} />
    </div>
  )
}
