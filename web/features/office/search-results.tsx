import { IconMail } from '@tabler/icons-react'
import { Monogram } from '../../ui/monogram.tsx'
import classes from './search.module.css'
import type { Found } from './use-search.ts'

export const RESULTS_ID = 'search-results'
export const resultId = ({ kind, id }: Found) => `found-${kind}-${id}`

const HEADINGS = { contact: 'Contacts', conversation: 'Conversations' } as const

type Face = { found: readonly Found[]; at: number; searching: boolean; onChoose: (found: Found) => void }

/** What the search found, below its field. The field keeps the focus, so results are chosen on pointer-down. */
export function SearchResults({ found, at, searching, onChoose }: Face) {
  if (found.length === 0)
    return (
      <div id={RESULTS_ID} className={classes.results}>
        <div className={classes.none} role="status">
          {searching ? 'Searching…' : 'Nothing found. Try a part of a name, an address or a phone number.'}
        </div>
      </div>
    )
  return (
    <div id={RESULTS_ID} className={classes.results} role="listbox" aria-label="Found">
      {found.map((result, i) => (
        <div key={resultId(result)} role="presentation">
          {found[i - 1]?.kind !== result.kind && (
            <div className={classes.heading} role="presentation">
              {HEADINGS[result.kind]}
            </div>
          )}
          <div
            id={resultId(result)}
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            className={classes.result}
            onPointerDown={(event) => {
              event.preventDefault()
              onChoose(result)
            }}
          >
            {result.kind === 'contact' ? (
              <Monogram name={result.title} size={26} />
            ) : (
              <IconMail size={18} aria-hidden />
            )}
            <span className={classes.words}>
              <span className={classes.title}>{result.title}</span>
              <span className={classes.detail}>{result.detail}</span>
            </span>
          </div>
        </div>
      ))}
    </div>
  )
}
