import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { Colour, Need, Question } from '../../../worker/features/services/rules/service-words.ts'
import { decimalOf, minorUnits } from '../../../worker/kernel/money.ts'
import type { AppRouter } from '../../../worker/trpc/router.ts'
import { type Duration, durationOf, minutesIn } from './duration.ts'

export type Service = inferRouterOutputs<AppRouter>['services']['list'][number]
export type ServiceInput = inferRouterInputs<AppRouter>['services']['add']

/** A service as it stands in the form: lengths with their units, amounts as typed. */
export type ServiceDraft = {
  name: string
  description: string
  length: Duration
  every: Duration
  before: Duration
  after: Duration
  notice: Duration
  horizonDays: number | string
  cutOff: Duration
  mostPerDay: number | string
  mostPerWeek: number | string
  colour: Colour
  price: string
  needs: 'any' | 'all'
  staffIds: string[]
  resources: Need[]
  seats: number | string
  isPublic: boolean
  needsApproval: boolean
  questions: Question[]
}

const HALF_HOUR = 30
const QUARTER = 15
const DAY = 1440
const USUAL_HORIZON_DAYS = 90

/** What a new service begins with: half an hour, by any of these people. */
export const newDraft = (staffIds: string[]): ServiceDraft => ({
  ...{ name: '', description: '', colour: 'blue', price: '', needs: 'any', staffIds, resources: [], questions: [] },
  ...{ length: durationOf(HALF_HOUR), every: durationOf(QUARTER), before: durationOf(0), after: durationOf(0) },
  ...{ notice: durationOf(0, 'hours'), cutOff: durationOf(DAY), horizonDays: USUAL_HORIZON_DAYS },
  ...{ mostPerDay: '', mostPerWeek: '', seats: 1, isPublic: true, needsApproval: false },
})

export const draftOf = (service: Service, currency: string): ServiceDraft => ({
  ...service,
  length: durationOf(service.lengthMinutes),
  every: durationOf(service.everyMinutes),
  before: durationOf(service.bufferBeforeMinutes),
  after: durationOf(service.bufferAfterMinutes),
  notice: durationOf(service.noticeMinutes, 'hours'),
  cutOff: durationOf(service.cutOffMinutes, 'hours'),
  mostPerDay: service.mostPerDay ?? '',
  mostPerWeek: service.mostPerWeek ?? '',
  price: service.priceMinor === null ? '' : decimalOf(service.priceMinor, currency),
})

/** What the server is sent. What is left empty is not limited, and costs nothing that is said. */
export const inputOf = (draft: ServiceDraft, currency: string): ServiceInput => ({
  ...{ name: draft.name, description: draft.description, colour: draft.colour, needs: draft.needs },
  ...{
    staffIds: draft.staffIds,
    resources: draft.resources,
    isPublic: draft.isPublic,
    needsApproval: draft.needsApproval,
  },
  lengthMinutes: minutesIn(draft.length),
  everyMinutes: minutesIn(draft.every),
  bufferBeforeMinutes: minutesIn(draft.before),
  bufferAfterMinutes: minutesIn(draft.after),
  noticeMinutes: minutesIn(draft.notice),
  cutOffMinutes: minutesIn(draft.cutOff),
  horizonDays: Number(draft.horizonDays),
  mostPerDay: draft.mostPerDay === '' ? null : Number(draft.mostPerDay),
  mostPerWeek: draft.mostPerWeek === '' ? null : Number(draft.mostPerWeek),
  seats: Number(draft.seats),
  priceMinor: priceIn(draft.price, currency),
  questions: draft.questions.map((question) => ({
    ...question,
    choices: question.kind === 'choice' ? question.choices.map((each) => each.trim()).filter(Boolean) : [],
  })),
})

const priceIn = (price: string, currency: string) =>
  price.trim() === '' ? null : minorUnits(price.trim().replace(',', '.'), currency)

/** Why a field cannot be so, in a sentence; null where it can. */
export const FAULTS = {
  name: (name: string) => (name.trim() ? null : 'Please give it a name.'),
  length: (length: Duration) => (minutesIn(length) >= 1 ? null : 'It must take at least a minute.'),
  every: (every: Duration) => (minutesIn(every) >= 1 ? null : 'At least a minute must lie between two starts.'),
  price: (price: string, currency: string) =>
    price.trim() === '' || priceIn(price, currency) !== null ? null : 'Please write an amount such as 45.50.',
  horizon: (days: number | string) => (days === '' ? 'Please say how many days.' : null),
  seats: (seats: number | string) => (Number(seats) >= 1 ? null : 'At least one.'),
  questions: (questions: readonly Question[]) =>
    questions.every(({ label }) => label.trim())
      ? questions.every(({ kind, choices }) => kind === 'text' || choices.filter((each) => each.trim()).length > 1)
        ? null
        : 'A choice needs at least two answers to choose from.'
      : 'Please say what you want to ask.',
  resources: (needs: readonly Need[]) =>
    new Set(needs.map(({ kind }) => kind)).size < needs.length
      ? 'Please name each kind once.'
      : needs.every(({ quantity }) => Number(quantity) >= 1)
        ? null
        : 'Please say how many of each kind.',
}
