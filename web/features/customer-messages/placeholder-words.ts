import type { Placeholder } from '../../../worker/features/customer-messages/rules/template.ts'

/** What each placeholder stands for, on its button. */
export const PLACEHOLDER_WORDS: Record<Placeholder, string> = {
  name: 'Their name',
  service: 'Service',
  day: 'Day',
  time: 'Time',
  with: 'With whom',
  place: 'Place',
  office: 'Office',
  manageLink: 'Link to change it',
  changeUntil: 'Until when',
}
