import { Kbd, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { SEARCH_FIELD_ID } from '../office/use-place-shortcuts.ts'
import classes from './search.module.css'
import { RESULTS_ID, resultId, SearchResults } from './search-results.tsx'
import { useSearchBox } from './use-search-box.ts'

const hint = (
  <Kbd size="xs" visibleFrom="sm">
    /
  </Kbd>
)

/** One field that finds everything and does what one calls it, while one types; arrows choose, Enter opens, Escape leaves. */
export function Search() {
  const { words, found, at, searching, isOpen, setOpen, type, go, onKeyDown } = useSearchBox()
  const result = found[at]
  return (
    <div className={classes.search}>
      <TextInput
        id={SEARCH_FIELD_ID}
        className={classes.field}
        placeholder="Find or do anything"
        aria-label="Find or do anything"
        autoComplete="off"
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={hint}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={RESULTS_ID}
        aria-activedescendant={isOpen && result ? resultId(result) : undefined}
        value={words}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        onChange={(event) => type(event.currentTarget.value)}
      />
      {isOpen && <SearchResults found={found} at={at} searching={searching} onChoose={go} />}
    </div>
  )
}
