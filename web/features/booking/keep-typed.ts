const PLACE = 'typed'
/** What is sealed, secret or chosen elsewhere is the server's to fill in. */
const OWN = 'input:not([type="hidden"]):not([name="website"]), textarea, select'

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Keeps what was typed while another time is chosen, in this window and no longer than it is open. */
export function keepTyped() {
  const form = document.querySelector<HTMLFormElement>('form[data-keep]')
  // Booked, or gone somewhere else for good.
  if (!form) return location.pathname.startsWith('/a/') ? sessionStorage.removeItem(PLACE) : undefined
  const fields = [...form.querySelectorAll(OWN)].flatMap((field) => (isField(field) ? [field] : []))
  const kept: Record<string, string | boolean> = JSON.parse(sessionStorage.getItem(PLACE) ?? '{}')
  for (const field of fields) {
    const value = kept[field.name]
    if (typeof value === 'boolean' && field instanceof HTMLInputElement) field.checked ||= value
    else if (typeof value === 'string' && field.value === '') field.value = value
  }
  form.addEventListener('input', () => {
    const now = fields.map((field) => [field.name, isTick(field) ? field.checked : field.value])
    sessionStorage.setItem(PLACE, JSON.stringify(Object.fromEntries(now)))
  })
}

const isField = (element: unknown): element is Field =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement
const isTick = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && field.type === 'checkbox'
