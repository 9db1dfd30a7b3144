import type { Person } from './people.ts'

/** What a service is made with. */
export type ServiceFields = Parameters<Person['caller']['services']['add']['mutate']>[0]
export const service = (more: Partial<ServiceFields> = {}): ServiceFields => ({
  name: 'Haircut',
  lengthMinutes: 60,
  everyMinutes: 30,
  staffIds: [],
  ...more,
})
