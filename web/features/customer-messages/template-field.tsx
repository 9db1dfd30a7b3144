import { Textarea, UnstyledButton } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import { flushSync } from 'react-dom'
import { PLACEHOLDERS } from '../../../worker/features/customer-messages/rules/template.ts'
import { PLACEHOLDER_WORDS } from './placeholder-words.ts'
import classes from './template-field.module.css'

type Face = {
  label: string
  hint?: string | undefined
  rows: number
  maxLength: number
  value?: string
  error?: ReactNode
  onChange?: (text: string) => void
}

/** A text with a button for each thing that can stand in it; a button writes where the caret is. */
export function TemplateField({ label, hint, rows, maxLength, value = '', error, onChange }: Face) {
  const field = useRef<HTMLTextAreaElement>(null)
  const insert = (name: string) => {
    const { selectionStart = value.length, selectionEnd = value.length } = field.current ?? {}
    const written = `{${name}}`
    const caret = selectionStart + written.length
    // The field shows it before the next key, which whoever types on at once would otherwise type into the button.
    flushSync(() => onChange?.(value.slice(0, selectionStart) + written + value.slice(selectionEnd)))
    field.current?.focus()
    field.current?.setSelectionRange(caret, caret)
  }
  return (
    <div>
      <Textarea
        ref={field}
        label={label}
        description={hint}
        autosize
        minRows={rows}
        maxRows={Math.max(rows, 14)}
        maxLength={maxLength}
        value={value}
        error={error}
        onChange={(event) =>
          onChange?.(rows === 1 ? event.currentTarget.value.replaceAll('\n', ' ') : event.currentTarget.value)
        }
      />
      <fieldset className={classes.names}>
        <legend className={classes.hidden}>Put into: {label}</legend>
        {PLACEHOLDERS.map((name) => (
          <UnstyledButton
            key={name}
            className={classes.name}
            onClick={() => insert(name)}
            aria-label={`Put in ${PLACEHOLDER_WORDS[name]}: ${label}`}
          >
            {PLACEHOLDER_WORDS[name]}
          </UnstyledButton>
        ))}
      </fieldset>
    </div>
  )
}
