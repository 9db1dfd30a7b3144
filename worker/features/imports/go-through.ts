import { isConflict, isOvertaken } from '#dialect'
import { updateAct } from '../../../db/queries/acts.ts'
import { changeImport, importById } from '../../../db/queries/imports.ts'
import { insertJob } from '../../../db/queries/outbox.ts'
import { alone, commit, joined, type Plan } from '../../../db/queries/plan.ts'
import { indexedOnce } from '../../../db/queries/search-index.ts'
import type { Import } from '../../../db/schema/imports.ts'
import type { OfficeCtx } from '../../context.ts'
import { letOthersIn } from '../../kernel/let-others-in.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { SECOND_MS } from '../../kernel/time.ts'
import { refusedKey } from '../files/keys.ts'
import { columnsFor, draftRows, type Piece, refusedLines } from './draft-rows.ts'
import { type FileHead, readHead, rowsFrom } from './open-file.ts'
import type { FileRow } from './rules/file-row.ts'
import { type ImportCounts, NO_COUNTS } from './rules/mapping.ts'

export type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'office' | 'files' | 'now' | 'newId' | 'desk' | 'jobs'>

/** Rows that are written together: whole or not at all. */
const ROWS_AT_ONCE = 1000
const BYTES_AT_ONCE = 1024 * 1024
/** Well within the lease of a job; the next job goes on from there. */
const JOB_MS = 12 * SECOND_MS
/** A screen that is told faster than it can ask asks anew and anew, and shows nothing until the end. */
const TOLD_EVERY_MS = 3 * SECOND_MS
/** How often a piece is tried when somebody changes the same people at the same moment. */
const MOST_TRIES = 5

/** One way through the file: what is done with each piece, and what is written when its end is reached. */
export type Way = {
  kind: 'check_import' | 'run_import'
  state: 'checking' | 'running'
  take: (piece: Piece, row: Import) => Promise<{ plan: Plan; counts: Partial<ImportCounts>; taken?: () => void }>
  end: (row: Import) => Plan
  endState: 'checked' | 'done'
  /** Before another job goes on. */
  pause?: (row: Import) => Promise<void>
}

/**
 * Goes through a file from where the last job stopped, piece by piece; how far it came is written with each piece, so
 * that a job that was killed or runs twice neither loses nor repeats a row.
 */
export async function goThrough(
  needs: Needs,
  importId: string,
  wayOf: (row: Import) => Promise<Way>,
  state: Import['state'],
) {
  const { db, officeId, now, desk } = needs
  const first = await importById(db, officeId, importId)
  if (first?.state !== state || !first.mapping) return
  const endMs = now().getTime() + JOB_MS
  let toldMs = 0
  try {
    const way = await wayOf(first)
    const columns = await columnsFor(needs, first.mapping)
    const { head } = await readHead(needs, first)
    let row = first
    for await (const rows of piecesOf(rowsFrom(needs, row, head, row.nextByte))) {
      const piece = draftRows(needs, rows, columns, row.nextRow)
      const written = await takePiece(needs, { way, row, piece, head })
      if (!written) return
      row = written
      if (now().getTime() >= toldMs + TOLD_EVERY_MS) {
        toldMs = now().getTime()
        await desk.announce([{ topic: 'import', ids: [importId], by: null }])
      }
      await letOthersIn()
      if (now().getTime() < endMs) continue
      await way.pause?.(row)
      return await goOnLater(needs, way.kind, importId)
    }
    await commit(db, joined(way.end(row), ending(row, way.endState, now())))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await failImport(needs, importId, error.message)
  }
  await desk.announce([
    { topic: 'import', ids: [importId], by: null },
    { topic: 'contact', ids: [], by: null },
  ])
}

const ending = (row: Import, state: 'checked' | 'done', at: Date) =>
  alone((db) => [changeImport(db, row, { state, finishedAt: at })])

/**
 * Stops an import with a reason that the member can read. What it wrote so far can be undone. Tried again where it wrote
 * a piece at that moment.
 */
export async function failImport(
  needs: Needs,
  importId: string,
  problem: string,
  triesLeft = MOST_TRIES,
): Promise<void> {
  const { db, officeId, now } = needs
  const row = await importById(db, officeId, importId)
  if (row?.state !== 'running' && row?.state !== 'checking') return
  const ends = row.state === 'running'
  const plan = alone((db) => [
    changeImport(db, row, { state: 'failed', problem, finishedAt: now() }),
    ...(ends ? [updateAct(db, officeId, importId, { state: 'done' })] : []),
  ])
  try {
    await commit(db, plan)
  } catch (error) {
    if (triesLeft === 1 || !isOvertaken(error)) throw error
    await failImport(needs, importId, problem, triesLeft - 1)
  }
}

/** Leaves the job that goes on. Were it lost, this one would not have ended and is tried again. */
export async function goOnLater({ db, officeId, now, newId, jobs }: Needs, kind: Way['kind'], importId: string) {
  const at = now()
  const job = { officeId, id: newId(), job: { kind, importId }, dueAt: at, createdAt: at }
  await insertJob(db, job)
  await jobs.send([job])
}

/** Rows in pieces of one write, none empty. */
async function* piecesOf(read: AsyncGenerator<FileRow[]>): AsyncGenerator<FileRow[]> {
  let piece: FileRow[] = []
  for await (const rows of read)
    for (const row of rows) {
      piece.push(row)
      if (piece.length < ROWS_AT_ONCE && row.end - (piece[0]?.start ?? 0) < BYTES_AT_ONCE) continue
      yield piece
      piece = []
    }
  if (piece.length > 0) yield piece
}

type Taking = { way: Way; row: Import; piece: Piece; head: FileHead }

/** Writes a piece with how far it came; tried anew where others wrote meanwhile. Null: another job went on with it. */
async function takePiece(needs: Needs, { way, row, piece, head }: Taking): Promise<Import | null> {
  const { db, officeId, files } = needs
  if (piece.refused.length > 0)
    await files.put(refusedKey(officeId, row.id, row.nextRow), refusedLines(piece.refused, head.headings), 'text/csv')
  for (let tries = 1; ; tries++) {
    const { plan, counts, taken } = await way.take(piece, row)
    const progress = { counts: summed(row.counts, piece, counts), nextByte: piece.nextByte, nextRow: piece.nextRow }
    try {
      await commit(
        db,
        joined(
          indexedOnce(officeId, plan),
          alone((db) => [changeImport(db, row, progress)]),
        ),
      )
      taken?.()
      return { ...row, ...progress, version: row.version + 1 }
    } catch (error) {
      if (tries === MOST_TRIES || !(isConflict(error) || isOvertaken(error))) throw error
      const now = await importById(db, officeId, row.id)
      if (now?.version !== row.version || now.state !== way.state) return null
    }
  }
}

function summed(so: ImportCounts, piece: Piece, counts: Partial<ImportCounts>): ImportCounts {
  const all = { ...NO_COUNTS, ...so }
  return {
    rows: all.rows + piece.drafted.length + piece.refused.length,
    created: all.created + (counts.created ?? 0),
    updated: all.updated + (counts.updated ?? 0),
    unchanged: all.unchanged + (counts.unchanged ?? 0),
    repeated: all.repeated + (counts.repeated ?? 0),
    refused: all.refused + piece.refused.length,
    guessed: all.guessed + piece.guessed,
  }
}
