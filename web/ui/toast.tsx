import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import classes from './toast.module.css'

/** Long enough to read a sentence and to find the button. */
const UNDO_SHOWN_MS = 8000

/** Says that something was done. */
export const tell = (sentence: string) => notifications.show({ message: sentence, withBorder: true })

/** Says that something could not be done, and why. */
export const tellProblem = (sentence: string) =>
  notifications.show({ message: sentence, color: 'red', withBorder: true, role: 'alert' })

/** Says that something was done, with one button that takes it back. */
export function tellWithUndo(sentence: string, undo: () => void): void {
  const id = crypto.randomUUID()
  const takeBack = () => {
    notifications.hide(id)
    undo()
  }
  notifications.show({
    id,
    autoClose: UNDO_SHOWN_MS,
    withBorder: true,
    message: (
      <span className={classes.line}>
        <span>{sentence}</span>
        <Button size="compact-sm" variant="subtle" onClick={takeBack}>
          Undo
        </Button>
      </span>
    ),
  })
}
