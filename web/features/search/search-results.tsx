import { Kbd } from '@mantine/core'
import {
  IconArrowRight,
  IconBriefcase2,
  IconBuilding,
  IconChecklist,
  IconFile,
  IconMail,
  IconPhoneIncoming,
  type TablerIcon,
} from '@tabler/icons-react'
import { MarkedText } from '../../ui/marked-text.tsx'
import { Monogram } from '../../ui/monogram.tsx'
import { useWords } from '../office/use-words.ts'
import { CallerCard } from './caller-card.tsx'
import type { Found } from './found.ts'
import classes from './search.module.css'

export const RESULTS_ID = 'search-results'
export const resultId = ({ kind, id }: Found) => `found-${kind}-${id.replaceAll(/\W/g, '-')}`

const HEADINGS: Record<Found['kind'], string> = {
  caller: 'Has this number',
  contacts: 'Contacts',
  companies: 'Companies',
  conversations: 'Conversations',
  deals: 'Deals',
  tasks: 'Tasks',
  files: 'Files',
  command: 'Do',
}
const PICTURES: Record<Exclude<Found['kind'], 'contacts'>, TablerIcon> = {
  caller: IconPhoneIncoming,
  companies: IconBuilding,
  conversations: IconMail,
  deals: IconBriefcase2,
  tasks: IconChecklist,
  files: IconFile,
  command: IconArrowRight,
}

type Face = { found: readonly Found[]; at: number; searching: boolean; onChoose: (found: Found) => void }

/** What the search found, below its field. The field keeps the focus, so results are chosen on pointer-down. */
export function SearchResults({ found, at, searching, onChoose }: Face) {
  const words = useWords()
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
              {result.kind === 'contacts' ? words.many : HEADINGS[result.kind]}
            </div>
          )}
          <Result result={result} isChosen={i === at} onChoose={() => onChoose(result)} />
        </div>
      ))}
    </div>
  )
}

function Result({ result, isChosen, onChoose }: { result: Found; isChosen: boolean; onChoose: () => void }) {
  const Picture = result.kind === 'contacts' ? null : PICTURES[result.kind]
  return (
    <div
      id={resultId(result)}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      className={classes.result}
      onPointerDown={(event) => {
        event.preventDefault()
        onChoose()
      }}
    >
      {Picture ? <Picture size={18} aria-hidden /> : <Monogram name={result.title} size={26} />}
      <span className={classes.words}>
        <span className={classes.title}>{result.title}</span>
        {result.kind !== 'command' && <span className={classes.detail}>{result.detail}</span>}
        {result.kind === 'conversations' && result.snippet && (
          <span className={classes.snippet}>
            <MarkedText {...result.snippet} />
          </span>
        )}
        {result.kind === 'caller' && <CallerCard caller={result.caller} />}
      </span>
      {result.kind === 'command' && result.command.keys && (
        <span className={classes.keys} aria-hidden>
          {result.command.keys.split(' ').map((key) => (
            <Kbd key={key} size="xs">
              {key}
            </Kbd>
          ))}
        </span>
      )}
    </div>
  )
}
