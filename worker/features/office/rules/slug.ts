import { searchKey } from '../../../kernel/text.ts'

const LONGEST_SLUG = 40

/** A name as it stands in a web address: ASCII letters and digits with single hyphens between. Never empty. */
export function slugOf(name: string): string {
  const words =
    searchKey(name)
      .replace(/ß/g, 'ss')
      .match(/[a-z0-9]+/g) ?? []
  const slug = words.join('-').slice(0, LONGEST_SLUG)
  return (slug.endsWith('-') ? slug.slice(0, -1) : slug) || 'office'
}
