import type { Files } from '../features/files/files.ts'

export function r2Files(bucket: R2Bucket): Files {
  return {
    async put(key, body, type) {
      await bucket.put(key, body, { httpMetadata: { contentType: type } })
    },
    async get(key, from = 0, length) {
      const range = length === undefined ? { offset: from } : { offset: from, length }
      const object = await bucket.get(key, from > 0 || length !== undefined ? { range } : {})
      if (!object) return null
      return {
        body: object.body,
        bytes: object.size,
        type: object.httpMetadata?.contentType ?? 'application/octet-stream',
      }
    },
    async keys(prefix) {
      const found: string[] = []
      for (let cursor: string | undefined, more = true; more; ) {
        const page: R2Objects = await bucket.list({ prefix, ...(cursor ? { cursor } : {}) })
        found.push(...page.objects.map(({ key }) => key))
        more = page.truncated
        cursor = page.truncated ? page.cursor : undefined
      }
      return found
    },
    async removeAll(prefix) {
      for (let truncated = true; truncated; ) {
        const page = await bucket.list({ prefix })
        if (page.objects.length > 0) await bucket.delete(page.objects.map((object) => object.key))
        truncated = page.truncated
      }
    },
  }
}
