import type { Files } from '../../worker/features/files/files.ts'

/** The port to stored files, kept in memory. */
export function filesInMemory(): Files {
  const kept = new Map<string, { bytes: Uint8Array<ArrayBuffer>; type: string }>()
  const keys = (prefix: string) => [...kept.keys()].filter((key) => key.startsWith(prefix)).sort()
  return {
    async put(key, body, type) {
      kept.set(key, { bytes: new Uint8Array(await new Response(body as BodyInit).arrayBuffer()), type })
    },
    async get(key, from = 0, length) {
      const file = kept.get(key)
      if (!file) return null
      const { bytes, type } = file
      const part = bytes.slice(from, length === undefined ? bytes.length : from + length)
      return { body: new Blob([part]).stream(), bytes: bytes.length, type }
    },
    keys: async (prefix) => keys(prefix),
    async removeAll(prefix) {
      for (const key of keys(prefix)) kept.delete(key)
    },
  }
}
