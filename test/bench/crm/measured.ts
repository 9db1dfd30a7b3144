import { type Figure, milliseconds, ratiosOf, verdictOn } from '../figure.ts'
import { inTurn, type Side } from '../in-turn.ts'
import type { Server } from '../server.ts'
import { median } from '../spread.ts'
import type { Engine } from './by-hand.ts'
import { type Office, type Question, questionsOf } from './questions.ts'
import { LARGE, SMALL } from './rows.ts'

const RATIO_LIMIT = 3
const GROWTH_LIMIT = 2
const ROUNDS = 4

export type Place = {
  engine: Engine
  ours: Server
  bare: Server
  large: Office
  small: Office
  helpersMs?: () => number
}

/** Each question: ours against what is written by hand, in a large office; and ours in a large office against a small one. */
export async function measured(place: Place): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const question of questionsOf(place.engine)) {
    console.error(`  ${question.what} …`)
    const inLarge = side(place, 'ours', question, place.large)
    const toBare = await inTurn({ ours: inLarge, baseline: side(place, 'bare', question, place.large) }, ROUNDS)
    figures.push(figure(place, question.what, toBare, `written by hand, bare Worker`, RATIO_LIMIT))
    const toSmall = await inTurn({ ours: inLarge, baseline: side(place, 'ours', question, place.small) }, ROUNDS)
    figures.push(figure(place, `${question.what}: growth`, toSmall, `${SMALL.contacts} contacts`, GROWTH_LIMIT))
  }
  return figures
}

function figure(
  { engine }: Place,
  what: string,
  times: { ours: number[]; baseline: number[] },
  base: string,
  limit: number,
) {
  const ratio = ratiosOf(times.ours, times.baseline)
  return {
    what: `${engine === 'sqlite' ? 'D1' : 'PostgreSQL'}, ${LARGE.contacts} contacts: ${what}, CPU`,
    ours: milliseconds(median(times.ours)),
    baseline: `${milliseconds(median(times.baseline))} (${base})`,
    ratio,
    limit: `ratio ${limit.toFixed(1)}`,
    verdict: verdictOn(ratio.median, limit, ratio),
    notes: [],
  }
}

function side(place: Place, which: 'ours' | 'bare', question: Question, office: Office): Side {
  const server = place[which]
  const { cookie } = office.owner
  const ask = () =>
    which === 'ours'
      ? fetch(`${server.url}/api/trpc/${question.path}`, { headers: { cookie } })
      : fetch(server.url, {
          method: 'POST',
          body: JSON.stringify({ shard: office.shard, statements: question.byHand(office) }),
        })
  return {
    pid: server.pid,
    ...(place.helpersMs && { helpersMs: place.helpersMs }),
    ask: async () => {
      const answer = await ask()
      const text = await answer.text()
      // Both sides find what is sought, or what they cost would mean nothing.
      if (!answer.ok || !text.includes(question.proof))
        throw new Error(`${which}, ${question.what}: ${answer.status} ${text.slice(0, 500)}`)
      return 1
    },
  }
}
