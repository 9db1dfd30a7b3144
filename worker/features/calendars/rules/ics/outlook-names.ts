/** Names that hold no city, as Outlook shows them. */
const WITHOUT_CITY = new Map([
  ['eastern time', 'America/New_York'],
  ['central time', 'America/Chicago'],
  ['mountain time', 'America/Denver'],
  ['pacific time', 'America/Los_Angeles'],
  ['atlantic time', 'America/Halifax'],
  ['alaska', 'America/Anchorage'],
  ['hawaii', 'Pacific/Honolulu'],
  ['arizona', 'America/Phoenix'],
  ['coordinated universal time', 'Etc/UTC'],
])
const SHOWN = /^\((?:UTC|GMT)(?:[+-]\d\d:\d\d)?\)\s*(.+)$/

let cities: Map<string, string> | null = null

/** Every zone by its city; made once, when somebody first asks. */
function byCity(): Map<string, string> {
  cities ??= new Map(
    Intl.supportedValuesOf('timeZone').map((zone) => [
      (zone.split('/').at(-1) ?? '').replaceAll('_', ' ').toLowerCase(),
      zone,
    ]),
  )
  return cities
}

/** The zone that Outlook shows as “(UTC+01:00) Amsterdam, Berlin, Bern, Rome”: that of the first city that has one. */
export function outlookZone(name: string): string | undefined {
  const [, words] = SHOWN.exec(name) ?? []
  if (words === undefined) return undefined
  const parts = words
    .toLowerCase()
    .split(/[,:(&]/)
    .map((part) => part.trim())
  for (const part of parts) {
    const zone = WITHOUT_CITY.get(part) ?? byCity().get(part)
    if (zone !== undefined) return zone
  }
  return undefined
}
