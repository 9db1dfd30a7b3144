import type { Open } from './swap-steps.ts'

/** Shows times by the visitor's own clock, unless another zone was chosen. */
export function visitorZone(open: Open) {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  // Links lead on with the zone that the page was asked for, so that one look at the first page is enough.
  const address = new URL(location.href)
  if (address.pathname.startsWith('/book/') && timeZone && !address.searchParams.has('zone')) {
    address.searchParams.set('zone', timeZone)
    const select = document.querySelector('[data-zone]')
    const isShown = select instanceof HTMLSelectElement && select.value === timeZone
    if (isShown || document.querySelector('form[data-keep]')) history.replaceState(null, '', address)
    else void open(address.href, { isSame: true })
  }
  document.addEventListener('change', (event) => {
    const chosen = event.target
    if (chosen instanceof HTMLSelectElement && 'zone' in chosen.dataset) chosen.form?.requestSubmit()
  })
}
