import { type FreeSlotsQuery, freeSlots } from '../../../worker/features/appointments/rules/free-slots.ts'

/** One answer is so quick that the request itself would be most of what is measured. */
const TIMES = 20

/** Answers a question for free times many times over, or only copies it with its answer. */
export default {
  async fetch(request) {
    const query: FreeSlotsQuery = await request.json()
    const answer = freeSlots(query)
    const isCopy = new URL(request.url).pathname === '/copy'
    for (let time = 0; time < TIMES; time += 1) {
      if (isCopy) JSON.parse(JSON.stringify({ query, answer }))
      else freeSlots(query)
    }
    return Response.json({ done: isCopy ? TIMES : TIMES + 1, slots: answer.length })
  },
} satisfies ExportedHandler
