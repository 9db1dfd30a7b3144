/** A stored file loads nothing and runs nothing, should a browser ever open it as a page. */
export const FILE_POLICY = "default-src 'none'; sandbox"

/** The same for an image in a page of its own, which the browser centres with a style of its own. */
export const IMAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

/** A mail in its frame: its own styles, our signed images, and images from elsewhere only once the reader asked for them. */
export const framePolicy = (withImages: boolean) =>
  [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    withImages ? "img-src 'self' data: https:" : "img-src 'self' data:",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-popups allow-popups-to-escape-sandbox',
  ].join('; ')
