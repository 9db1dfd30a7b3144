import { useSyncExternalStore } from 'react'
import { whyNot } from '../../../worker/features/files/rules/new-file.ts'
import { queryClient, trpc } from '../../api.ts'
import { type OnRecord, sendFile } from './send-file.ts'

/** A file on its way to a record. One that failed stays until it is sent again or let go, so that it is not lost. */
export type Upload = OnRecord & {
  key: string
  name: string
  /** From 0 to 1. */
  share: number
  problem: string | null
  /** Null where trying again would not help. */
  file: File | null
}

// Outside of any screen: whoever goes elsewhere meanwhile finds the files here when they come back.
let uploads: readonly Upload[] = []
const listeners = new Set<() => void>()
let sending: Promise<void> = Promise.resolve()

function become(next: readonly Upload[]): void {
  uploads = next
  for (const tell of listeners) tell()
}

const change = (key: string, fields: Partial<Upload>) =>
  become(uploads.map((upload) => (upload.key === key ? { ...upload, ...fields } : upload)))

/** Lets go of a file that could not be sent. */
export const letGo = (key: string) => become(uploads.filter((upload) => upload.key !== key))

/** Sends files to a record, one after the other. What cannot be taken is said at once. */
export function addFiles(of: OnRecord, files: readonly File[]): void {
  for (const file of files) {
    const key = crypto.randomUUID()
    const problem = whyNot(file.name, file.size)
    become([...uploads, { ...of, key, name: file.name, share: 0, problem, file: problem === null ? file : null }])
    if (problem === null) sending = sending.then(() => send(key))
  }
}

/** Sends a file again that did not arrive, under the same key: if it had arrived after all, it is still one. */
export function tryAgain(key: string): void {
  change(key, { problem: null, share: 0 })
  sending = sending.then(() => send(key))
}

async function send(key: string): Promise<void> {
  const upload = uploads.find((each) => each.key === key)
  if (!upload?.file) return
  const { record, recordId, file } = upload
  const problem = await sendFile({ record, recordId, key, file, onProgress: (share) => change(key, { share }) })
  if (problem !== null) return change(key, { problem })
  await Promise.all([
    queryClient.invalidateQueries(trpc.files.list.queryFilter()),
    queryClient.invalidateQueries(trpc.contacts.timeline.pathFilter()),
  ])
  letGo(key)
}

const listen = (tell: () => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** The files that are on their way to a record. */
export function useUploads({ record, recordId }: OnRecord): Upload[] {
  const all = useSyncExternalStore(listen, () => uploads)
  return all.filter((upload) => upload.record === record && upload.recordId === recordId)
}
