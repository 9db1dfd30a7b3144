const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS

/** Shows how long the time is still held, and gives it back when the form is left. Answers how to leave. */
export function holdWhileOpen(): () => void {
  const form = document.querySelector<HTMLFormElement>('form[data-keep]')
  const line = document.querySelector<HTMLElement>('.held')
  const until = Date.parse(line?.dataset.until ?? '')
  if (!form || !line || Number.isNaN(until)) return () => undefined
  const words = line.textContent
  let isSent = false
  const slug = location.pathname.split('/')[2]
  const release = () => {
    if (isSent) return
    const body = JSON.stringify({ key: form.dataset.keep })
    navigator.sendBeacon(`/api/book/${slug}/release`, body)
  }
  const tick = () => {
    const left = until - Date.now()
    if (left > 0) line.textContent = `${words} ${clock(left)} left.`
    else runOut(line)
    if (left <= 0) clearInterval(timer)
    else if (left <= MINUTE_MS && left > MINUTE_MS - SECOND_MS) speak('Your time is held for one more minute.')
  }
  const timer = setInterval(tick, SECOND_MS)
  tick()
  // Sent, the time becomes the appointment's, whose it must stay.
  const sent = () => {
    isSent = true
  }
  form.addEventListener('submit', sent)
  const hidden = (event: PageTransitionEvent) => {
    if (!event.persisted) release()
  }
  addEventListener('pagehide', hidden)
  return () => {
    clearInterval(timer)
    removeEventListener('pagehide', hidden)
    release()
  }
}

const clock = (left: number) =>
  `${Math.floor(left / MINUTE_MS)}:${String(Math.floor((left % MINUTE_MS) / SECOND_MS)).padStart(2, '0')}`

function runOut(line: HTMLElement) {
  line.classList.add('over')
  line.textContent =
    'The time is not held for you any more. Send the form all the same: it is booked if it is still free, and what you typed stays.'
  speak(line.textContent)
}

function speak(sentence: string) {
  const spoken = document.querySelector('#spoken')
  if (spoken) spoken.textContent = sentence
}
