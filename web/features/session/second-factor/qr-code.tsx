import { useMemo } from 'react'
import { encode } from 'uqr'
import classes from './second-factor.module.css'

/** How much empty room a reader needs around the code, in its squares (ISO/IEC 18004). */
const QUIET = 4

/** A text as a QR code: one path, drawn by attributes alone, because the page allows no inline styles. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => drawn(text), [text])
  return (
    <svg className={classes.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}

function drawn(text: string) {
  const { size, data } = encode(text, { border: QUIET, ecc: 'L' })
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return { size, path }
}
