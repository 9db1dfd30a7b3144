import { TextInput, type TextInputProps } from '@mantine/core'

/** Where a code is typed: of digits from the app, or of letters from the list of backup codes. */
export function CodeInput(props: TextInputProps) {
  return (
    <TextInput
      label="Code"
      placeholder="123456"
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      {...props}
    />
  )
}
