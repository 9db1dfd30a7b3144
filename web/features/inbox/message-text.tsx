import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import type { Range } from '../../ui/mark-pieces.ts'
import { MarkedText } from '../../ui/marked-text.tsx'
import { type Block, type FoldRange, foldBlocks } from './fold-blocks.ts'
import classes from './message-text.module.css'

const FOLDED_NAMES = { quote: 'quoted text', signature: 'signature' } as const

type Face = {
  text: string
  ranges: readonly FoldRange[]
  marks?: readonly Range[]
  /** Which of the marks is pointed at. */
  strong?: number | null
}

/** The text of a message, whole: quotes and signatures are folded, and open where a mark lies in them. */
export function MessageText({ text, ranges, marks = [], strong = null }: Face) {
  return (
    <div className={classes.text}>
      {foldBlocks(text, ranges).map((block) => (
        <TextBlock key={block.start} text={text} block={block} marks={marks} strong={strong} />
      ))}
    </div>
  )
}

type BlockFace = { text: string; block: Block; marks: readonly Range[]; strong: number | null }

function TextBlock({ text, block, marks, strong }: BlockFace) {
  const { start, end, folded } = block
  const [open, setOpen] = useState(false)
  const inside = marks.map((mark) => ({ start: mark.start - start, end: mark.end - start }))
  const pointedAt = strong === null ? undefined : inside[strong]
  const holdsPointedAt = pointedAt !== undefined && pointedAt.start < end - start && pointedAt.end > 0
  const words = <MarkedText text={text.slice(start, end)} ranges={inside} strong={strong} />
  if (!folded) return words
  const shown = open || holdsPointedAt
  return (
    <>
      <button type="button" className={classes.fold} aria-expanded={shown} onClick={() => setOpen(!shown)}>
        <IconDots size={14} aria-hidden />
        {shown ? 'Hide' : 'Show'} {FOLDED_NAMES[folded]}
      </button>
      {shown && <div className={classes.quoted}>{words}</div>}
    </>
  )
}
