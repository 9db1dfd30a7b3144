import { isTimeZone } from '../../../office/rules/places.ts'
import { outlookZone } from './outlook-names.ts'
import { windowsZone } from './windows-zones.ts'

/** Paths before a name, as some programs write them: `/freeassociation.sourceforge.net/Europe/Berlin`. */
const SEGMENTS = [3, 2, 1]

/**
 * The IANA zone that a calendar file means by a name: that name itself, the end of it behind a path, a zone of Windows or as Outlook shows it,
 * or what the file says of the name elsewhere. Null where nobody can tell: a guess would be hours off.
 */
export function zoneNamed(name: string, locations: ReadonlyMap<string, string>): string | null {
  const asked = name.trim()
  const said = locations.get(asked)
  for (const text of said === undefined ? [asked] : [asked, said]) {
    const outlook = windowsZone(text) ?? outlookZone(text)
    if (outlook !== undefined) return outlook
    const parts = text.split('/').filter((part) => part !== '')
    const ends = text.startsWith('/') ? SEGMENTS.map((count) => parts.slice(-count).join('/')) : [text]
    const known = ends.find(isPlaceName)
    if (known !== undefined) return known
  }
  return null
}

/** Not an offset such as `+02:00`, which `Intl` takes for a zone as well. */
const isPlaceName = (text: string) => /^[A-Za-z]/.test(text) && isTimeZone(text)
