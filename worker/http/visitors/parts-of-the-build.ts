/** Where the build says which files the pages for visitors load: `web/visitor-page.html`, with the names it gave them. */
const TEMPLATE = '/visitor-page'

type Parts = { styles: string[]; scripts: string[] }

let known: Parts | null = null

/** The style sheets and scripts of the build. Where there is none, a page is bare, and can still be read and sent. */
export async function partsOfTheBuild(assets: Fetcher, url: string): Promise<Parts> {
  if (known) return known
  const answer = await assets.fetch(new URL(TEMPLATE, url))
  const parts: Parts = { styles: [], scripts: [] }
  const add = (list: string[], address: string | null) => {
    if (address) list.push(address)
  }
  await new HTMLRewriter()
    .on('link[rel="stylesheet"]', { element: (link) => add(parts.styles, link.getAttribute('href')) })
    .on('script[type="module"]', { element: (script) => add(parts.scripts, script.getAttribute('src')) })
    .transform(answer)
    .arrayBuffer()
  if (!answer.ok || parts.scripts.length === 0) return { styles: [], scripts: [] }
  known = parts
  return parts
}
