import { hueOf, initialsOf } from './initials.ts'
import classes from './monogram.module.css'

declare module 'react' {
  interface CSSProperties {
    '--hue'?: number
  }
}

const LETTER_SHARE = 0.38

/** A person's or an office's initials on a colour of their own. Decoration: the name stands beside it. */
export function Monogram({ name, size = 32, square = false }: { name: string; size?: number; square?: boolean }) {
  return (
    <span
      aria-hidden
      className={square ? `${classes.monogram} ${classes.square}` : classes.monogram}
      style={{ width: size, height: size, fontSize: Math.round(size * LETTER_SHARE), '--hue': hueOf(name) }}
    >
      {initialsOf(name)}
    </span>
  )
}
