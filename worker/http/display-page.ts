import type { Attachment } from '../../db/schema/inbox.ts'
import type { OfficeCtx } from '../context.ts'
import { imagePass } from './image-pass.ts'

/** A mail looks as its sender made it, on paper, whatever theme the screen around it has. */
const HEAD = `<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light"><base target="_blank"><style>
body { margin: 0; padding: 12px; background: #fff; color: #1f2328; font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
img { max-width: 100%; height: auto } img:not([src]) { display: none } table { max-width: 100% } pre { white-space: pre-wrap }
</style>`

type Display = { body: ReadableStream; attachments: Attachment[]; withImages: boolean }

/** The page in which a mail's safe HTML is shown: attached images by signed addresses, remote ones when they are wanted. */
export async function displayPage(
  { env, officeId, now }: Pick<OfficeCtx, 'env' | 'officeId' | 'now'>,
  { body, attachments, withImages }: Display,
): Promise<ReadableStream | null> {
  const addresses = new Map<string, string>()
  for (const { id, contentId } of attachments) {
    if (contentId === null) continue
    const pass = await imagePass(env.SECRET_KEY, { officeId, attachmentId: id }, now())
    addresses.set(contentId, `/files/images/${pass}`)
  }
  const shown = new HTMLRewriter()
    .on('img[data-cid]', {
      element(image) {
        const address = addresses.get(image.getAttribute('data-cid') ?? '')
        if (address) image.setAttribute('src', address)
      },
    })
    .on('img[data-src]', {
      element(image) {
        const address = image.getAttribute('data-src')
        if (withImages && address) image.setAttribute('src', address)
      },
    })
  const page = new Response(new Blob([HEAD, await new Response(body).arrayBuffer()]))
  return shown.transform(page).body
}
