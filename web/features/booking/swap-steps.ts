type Policy = { createHTML: (text: string) => string }
type TrustedTypes = { createPolicy: (name: string, policy: Policy) => Policy }

/** Only what our own server answered is ever read as a page. */
const trusted: Policy = Reflect.has(globalThis, 'trustedTypes')
  ? trustedTypes().createPolicy('visitor', { createHTML: (text) => text })
  : { createHTML: (text) => text }

function trustedTypes(): TrustedTypes {
  return Reflect.get(globalThis, 'trustedTypes')
}

export type Open = (
  address: string,
  options?: { body?: URLSearchParams; isBack?: boolean; isSame?: boolean },
) => Promise<void>

/** Fetches the next step and puts it in the place of this one, as a page change would, without the wait. */
export function swapSteps(begin: () => () => void): Open {
  let leave = begin()
  let running: AbortController | null = null
  const open: Open = async (address, { body, isBack = false, isSame = false } = {}) => {
    running?.abort()
    running = new AbortController()
    const { signal } = running
    document.documentElement.dataset.busy = ''
    try {
      const answer = await fetch(address, { signal, ...(body ? { method: 'POST', body } : {}) })
      if (!answer.headers.get('content-type')?.startsWith('text/html')) return location.assign(address)
      const next = new DOMParser().parseFromString(trusted.createHTML(await answer.text()), 'text/html')
      if (signal.aborted) return
      leave()
      document.title = next.title
      document.querySelector('#page')?.replaceWith(next.querySelector('#page') ?? '')
      // What was refused stays at its address: the address of a form answers nothing.
      if (!isBack && (!body || answer.redirected)) history[isSame ? 'replaceState' : 'pushState'](null, '', answer.url)
      leave = begin()
      document.querySelector<HTMLElement>('#step h1')?.focus({ preventScroll: true })
      if (!isSame) scrollTo({ top: 0 })
    } catch (error) {
      if (signal.aborted) return
      if (body) say('We could not be reached. Please try again; nothing is booked twice.')
      else location.assign(address)
      if (!(error instanceof TypeError)) throw error
    } finally {
      if (!signal.aborted) delete document.documentElement.dataset.busy
    }
  }
  document.addEventListener('click', (event) => onClick(event, open))
  document.addEventListener('submit', (event) => onSubmit(event, open))
  addEventListener('popstate', () => void open(location.href, { isBack: true }))
  return open
}

function onClick(event: MouseEvent, open: Open) {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
  if (!link || !isPlain || link.target || link.hasAttribute('download') || link.origin !== location.origin) return
  event.preventDefault()
  // Another day of the same step is no place to go back to by itself.
  void open(link.href, { isSame: link.closest('.days') !== null })
}

function onSubmit(event: SubmitEvent, open: Open) {
  const form = event.target
  if (!(form instanceof HTMLFormElement)) return
  event.preventDefault()
  if ('busy' in document.documentElement.dataset) return
  const typed = new URLSearchParams()
  for (const [name, value] of new FormData(form, event.submitter))
    if (typeof value === 'string') typed.append(name, value)
  if (form.method === 'post') void open(form.action, { body: typed })
  else void open(`${form.action.split('?')[0]}?${typed}`, { isSame: true })
}

/** Says something at the top of the step, where it is read out as well. */
export function say(sentence: string) {
  document.querySelector('#step .notice')?.remove()
  const notice = document.createElement('p')
  notice.className = 'notice'
  notice.setAttribute('role', 'alert')
  notice.textContent = sentence
  const step = document.querySelector('#step')
  step?.insertBefore(notice, step.firstChild)
  notice.scrollIntoView({ block: 'center' })
}
