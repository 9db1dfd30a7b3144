import { holdWhileOpen } from './hold.ts'
import { keepTyped } from './keep-typed.ts'
import { swapSteps } from './swap-steps.ts'
import { tellHeight } from './tell-height.ts'
import { showTurnstile } from './turnstile.ts'
import { visitorZone } from './visitor-zone.ts'

// Every step of these pages is a page of its own that works without this. What is here spares the page changes, shows
// times in the visitor's own zone, and keeps a time while its form is open.

/** What a step needs once it stands in the page; answers how to leave it. */
function begin(): () => void {
  keepTyped()
  showTurnstile()
  tellHeight()
  return holdWhileOpen()
}

const open = swapSteps(begin)
visitorZone(open)
