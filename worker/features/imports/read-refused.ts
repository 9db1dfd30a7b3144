import type { OfficeCtx } from '../../context.ts'
import { csvLine } from '../../kernel/csv.ts'
import { refusedPrefix } from '../files/keys.ts'
import { REFUSED_HEADINGS } from './draft-rows.ts'
import { knownImport } from './known-import.ts'
import { readHead } from './open-file.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'files'>

/** The rows that were refused as a file of the same columns with why, to be mended and imported again. */
export async function readRefused(
  needs: Needs,
  id: string,
): Promise<{ name: string; body: ReadableStream<Uint8Array> }> {
  const { officeId, files } = needs
  const row = await knownImport(needs, id)
  const { head } = await readHead(needs, row)
  const keys = await files.keys(refusedPrefix(officeId, id))
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(encoder.encode(`\ufeff${csvLine([...head.headings, ...REFUSED_HEADINGS])}`)),
    async pull(stream) {
      const key = keys.shift()
      const file = key === undefined ? null : await files.get(key)
      if (!file) return stream.close()
      stream.enqueue(new Uint8Array(await new Response(file.body).arrayBuffer()))
    },
  })
  return { name: `${row.fileName.replace(/\.[^.]*$/, '')} - rows to mend.csv`, body }
}
