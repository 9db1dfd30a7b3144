const SCRIPT = 'https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit'

type Widget = { render: (place: HTMLElement, options: { sitekey: string }) => void }

/** Shows the widget of Turnstile where the form has a place for it; it writes its answer into the form itself. */
export function showTurnstile() {
  const place = document.querySelector<HTMLElement>('[data-turnstile]')
  const sitekey = place?.dataset.turnstile
  if (!place || !sitekey) return
  const render = () => widget()?.render(place, { sitekey })
  if (widget()) return render()
  const script = document.createElement('script')
  script.src = SCRIPT
  script.addEventListener('load', render)
  document.head.appendChild(script)
}

const widget = (): Widget | undefined => Reflect.get(globalThis, 'turnstile')
