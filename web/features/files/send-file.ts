import { jsonOf } from '../../../worker/kernel/json.ts'

export type OnRecord = { record: 'contact' | 'company' | 'deal' | 'task'; recordId: string }
type Sent = OnRecord & { key: string; file: File; onProgress: (share: number) => void }

const UNREACHED = 'The connection was lost. The file is still here: try again.'
const FAULT = 'Something went wrong on our side. Please try again.'

/**
 * Sends one file, and tells from 0 to 1 how much of it has left. Answers the sentence of what went wrong, or null.
 * Not by `fetch`, which does not say how far it is.
 */
export function sendFile({ file, onProgress, ...told }: Sent): Promise<string | null> {
  const query = new URLSearchParams({ ...told, name: file.name, bytes: String(file.size) })
  const request = new XMLHttpRequest()
  request.open('POST', `/files/kept?${query}`)
  request.setRequestHeader('Content-Type', file.type || 'application/octet-stream')
  request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0))
  return new Promise((resolve) => {
    request.addEventListener('load', () => resolve(request.status === 200 ? null : sentenceIn(request.responseText)))
    for (const lost of ['error', 'abort', 'timeout'] as const) request.addEventListener(lost, () => resolve(UNREACHED))
    request.send(file)
  })
}

function sentenceIn(text: string): string {
  const body = jsonOf(text)
  const sentence = typeof body === 'object' && body !== null ? Reflect.get(body, 'sentence') : null
  return typeof sentence === 'string' ? sentence : FAULT
}
