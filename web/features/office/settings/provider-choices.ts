import type { OfficeSettings } from '../../../../worker/features/office/rules/settings.ts'

type Provider = OfficeSettings['assistant']['provider']

export const PROVIDER_CHOICES: { value: Provider; label: string }[] = [
  { value: 'built-in', label: 'The built-in reader (free, stays on this server)' },
  { value: 'openai', label: 'OpenAI' },
  { value: 'anthropic', label: 'Anthropic' },
  { value: 'workers-ai', label: 'Cloudflare Workers AI' },
]

/** The provider that a field holds. */
export const providerOf = (value: string): Provider =>
  PROVIDER_CHOICES.find((choice) => choice.value === value)?.value ?? 'built-in'
