import { Select, TextInput } from '@mantine/core'

export type Kind = 'text' | 'number' | 'date' | 'choice' | 'flag' | 'link' | 'money'
type Face = {
  kind: Kind
  options: readonly { id: string; label: string }[]
  label: string
  value: string
  error: string | null
  onChange: (typed: string) => void
  onChoose: (typed: string) => void
}

const YES_OR_NO = [
  { id: 'yes', label: 'Yes' },
  { id: 'no', label: 'No' },
]

/** The field in which a value of a kind is typed or chosen. */
export function ValueInput({ kind, options, label, value, error, onChange, onChoose }: Face) {
  const shared = { 'aria-label': label, size: 'xs', autoFocus: true, error }
  if (kind === 'choice' || kind === 'flag')
    return (
      <Select
        {...shared}
        searchable={options.length > 8}
        clearable
        defaultDropdownOpened
        placeholder={label}
        data={(kind === 'flag' ? YES_OR_NO : options).map(({ id, label: words }) => ({ value: id, label: words }))}
        value={value || null}
        onChange={(chosen) => onChoose(chosen ?? '')}
      />
    )
  return (
    <TextInput
      {...shared}
      type={kind === 'date' ? 'date' : kind === 'link' ? 'url' : 'text'}
      inputMode={kind === 'number' || kind === 'money' ? 'decimal' : undefined}
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
