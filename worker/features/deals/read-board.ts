import type { z } from 'zod'
import {
  forecastByMonth,
  listLostReasons,
  pageOfCards,
  type RankKey,
  totalsOfStages,
} from '../../../db/queries/deal-board.ts'
import { stageById } from '../../../db/queries/deals.ts'
import { listPipelines, listStages } from '../../../db/queries/pipelines.ts'
import type { Stage } from '../../../db/schema/deals.ts'
import type { OfficeCtx } from '../../context.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { Board, CardPage, ForecastMonth, OfPipeline, ReadColumn } from './input.ts'
import { isRotting } from './rules/is-rotting.ts'

const CARDS_AT_ONCE = 25

type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'now'>

/** The stages side by side, each with its first cards and what all of its deals come to. */
export async function readBoard(needs: Needs, input: z.infer<typeof OfPipeline>): Promise<z.infer<typeof Board>> {
  const { db, officeId } = needs
  const pipelineId = await pipelineMeant(needs, input)
  const [stages, totals, lostReasons] = await Promise.all([
    listStages(db, officeId, pipelineId),
    totalsOfStages(db, officeId),
    listLostReasons(db, officeId),
  ])
  const columns = stages.map(async (stage) => ({
    stage,
    totals: totals.filter(({ stageId }) => stageId === stage.id),
    ...(await cardsOf(needs, stage, null)),
  }))
  return { pipelineId, columns: await Promise.all(columns), lostReasons }
}

/** The pipeline that was named, or the first. */
async function pipelineMeant({ db, officeId }: Needs, { pipelineId }: z.infer<typeof OfPipeline>): Promise<string> {
  const known = await listPipelines(db, officeId)
  const meant = pipelineId ? known.find(({ id }) => id === pipelineId) : known[0]
  if (!meant) throw notFound('pipeline')
  return meant.id
}

/** More cards of one stage. */
export async function readColumn(
  needs: Needs,
  { stageId, cursor }: z.infer<typeof ReadColumn>,
): Promise<z.infer<typeof CardPage>> {
  const stage = await stageById(needs.db, needs.officeId, stageId)
  if (!stage) throw notFound('stage')
  return cardsOf(needs, stage, cursor ?? null)
}

async function cardsOf(
  { db, officeId, now }: Needs,
  stage: Stage,
  after: RankKey | null,
): Promise<z.infer<typeof CardPage>> {
  const found = await pageOfCards(db, officeId, { stageId: stage.id, after, limit: CARDS_AT_ONCE + 1 })
  const cards = found.slice(0, CARDS_AT_ONCE).map(({ deal, contactName }) => ({
    ...deal,
    contactName,
    isRotting: isRotting(stage, deal.stageSince, now()),
  }))
  const last = cards.at(-1)
  return { cards, next: found.length > CARDS_AT_ONCE && last ? { rank: last.rank, id: last.id } : null }
}

/** What open deals are likely to bring, month by month: each amount times the probability of its stage. */
export const readForecast = async (
  needs: Needs,
  input: z.infer<typeof OfPipeline>,
): Promise<z.infer<typeof ForecastMonth>[]> => forecastOf(needs, await pipelineMeant(needs, input))

/** The forecast of one pipeline, or of all. */
export async function forecastOf(
  { db, officeId }: Needs,
  pipelineId: string | null,
): Promise<z.infer<typeof ForecastMonth>[]> {
  const rows = await forecastByMonth(db, officeId, pipelineId)
  return rows.map(({ weighted, amountMinor, ...row }) => ({
    ...row,
    amountMinor: amountMinor ?? 0,
    likelyMinor: Math.round((weighted ?? 0) / 100),
  }))
}
