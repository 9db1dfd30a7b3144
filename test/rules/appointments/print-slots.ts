// Prints the free times of some queries, the same ones each time, so that processes of different zones can be compared.
import fc from 'fast-check'
import { freeSlots } from '../../../worker/features/appointments/rules/free-slots.ts'
import { queries } from './queries.ts'

const answers = fc.sample(queries, { seed: 2026, numRuns: 60 }).map((q) => freeSlots(q))
process.stdout.write(JSON.stringify({ offset: new Date(0).getTimezoneOffset(), answers }))
