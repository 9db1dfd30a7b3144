import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { IconClockExclamation } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { dayInWords, dayOf } from '../../../ui/dates.ts'
import { inMoney } from '../../../ui/money.ts'
import { useNow } from '../../../ui/use-now.ts'
import { useOffice } from '../../office/use-office.ts'
import classes from './board.module.css'
import { heldCard, placeData } from './dropped.ts'
import type { Card, Place } from './moved.ts'

type Face = {
  card: Card
  /** The card above it; whatever is dropped on its upper half comes between the two. */
  aboveId: string | null
  /** Where Alt with an arrow leads. */
  steps: Record<'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown', Place | null>
  onMove: (card: Card, place: Place) => void
}

const isStep = (key: string): key is keyof Face['steps'] => /^Arrow(Left|Right|Up|Down)$/.test(key)

/** A deal on the board. */
export function BoardCard({ card, aboveId, steps, onMove }: Face) {
  const { mayChange } = useOffice()
  const { element, edge, isDragged } = useDragging(card, aboveId)
  const onKeyDown = (event: KeyboardEvent) => {
    const place = event.altKey && isStep(event.key) ? steps[event.key] : null
    if (!place) return
    event.preventDefault()
    onMove(card, place)
  }
  return (
    <li
      ref={element}
      className={classes.card}
      data-edge={edge}
      data-dragged={isDragged}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a card is moved by its keys, and holds links of its own.
      tabIndex={0}
      aria-label={mayChange ? `${card.title}. Alt and the arrows move it.` : card.title}
      onKeyDown={onKeyDown}
    >
      <CardWords card={card} />
    </li>
  )
}

function CardWords({ card }: { card: Card }) {
  const { office } = useOffice()
  const today = dayOf(useNow(), office.timeZone)
  const { id, title, contactId, contactName, amountMinor, currency, expectedOn, isRotting } = card
  return (
    <>
      <div className={classes.title}>
        <Link from="/deals" to="/deals/$dealId" params={{ dealId: id }} search={(before) => before} draggable={false}>
          {title}
        </Link>
      </div>
      <div className={classes.details}>
        {contactId && contactName && (
          <Link to="/contacts/$contactId" params={{ contactId }} draggable={false}>
            {contactName}
          </Link>
        )}
        {amountMinor !== null && <span className={classes.amount}>{inMoney(amountMinor, currency)}</span>}
      </div>
      {(expectedOn || isRotting) && (
        <div className={classes.details}>
          {expectedOn && <span>Expected {dayInWords(expectedOn, today)}</span>}
          {isRotting && (
            <span className={classes.rotting}>
              <IconClockExclamation size={14} aria-hidden /> Too long here
            </span>
          )}
        </div>
      )}
    </>
  )
}

/** Lets the card be dragged, and others be dropped above or below it. */
function useDragging(card: Card, aboveId: string | null) {
  const { mayChange } = useOffice()
  const element = useRef<HTMLLIElement>(null)
  const [edge, setEdge] = useState<'above' | 'below' | null>(null)
  const [isDragged, setDragged] = useState(false)
  useEffect(() => {
    const target = element.current
    if (!target || !mayChange) return
    const edgeAt = (y: number) => {
      const { top, height } = target.getBoundingClientRect()
      return y < top + height / 2 ? ('above' as const) : ('below' as const)
    }
    return combine(
      draggable({
        element: target,
        getInitialData: () => heldCard(card),
        onDragStart: () => setDragged(true),
        onDrop: () => setDragged(false),
      }),
      dropTargetForElements({
        element: target,
        getData: ({ input }) =>
          placeData({ stageId: card.stageId, belowId: edgeAt(input.clientY) === 'above' ? aboveId : card.id }),
        onDrag: ({ location }) => setEdge(edgeAt(location.current.input.clientY)),
        onDragLeave: () => setEdge(null),
        onDrop: () => setEdge(null),
      }),
    )
  }, [card, aboveId, mayChange])
  return { element, edge, isDragged }
}
