import type { Kind } from './value-input.tsx'

export const KIND_NAMES: Record<Kind, string> = {
  text: 'Text',
  number: 'Number',
  date: 'Date',
  choice: 'Choice',
  flag: 'Yes or no',
  link: 'Link',
  money: 'Money',
}
export const KINDS = ['text', 'number', 'date', 'choice', 'flag', 'link', 'money'] as const
