import { Button, NativeSelect } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { FormProblem } from '../../ui/form-problem.tsx'
import classes from '../office/settings/settings.module.css'
import own from './calendars.module.css'
import { ImportRow } from './import-row.tsx'
import { sendCalendar } from './send-calendar.ts'
import { usePeople } from './use-people.ts'

/** Brings a calendar file into a member’s calendar: first tried, then taken, and taken back with one button. */
export function ImportPart() {
  const { people, me } = usePeople()
  const { data } = useQuery(trpc.calendars.imports.queryOptions())
  const queryClient = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [userId, setUserId] = useState(me)
  const send = useMutation({
    mutationFn: sendCalendar,
    onSettled: () => queryClient.invalidateQueries(trpc.calendars.imports.pathFilter()),
  })
  const take = (file: File | undefined) => {
    if (file) send.mutate({ userId, file })
    // So that the same file, mended, can be chosen again.
    if (input.current) input.current.value = ''
  }
  return (
    <>
      <h3 className={own.heading}>Bring in a calendar file</h3>
      <p className={classes.lead}>
        An .ics file of up to 10 MB, from 90 days ago to two years ahead. You see first what would come in; what
        overlaps with appointments is listed and left out.
      </p>
      {send.error && <FormProblem sentence={sentenceOf(send.error)} />}
      <div className={classes.inline}>
        {people.length > 1 && (
          <NativeSelect
            size="xs"
            label="Into whose calendar"
            data={people.map(({ userId: id, name }) => ({ value: id, label: id === me ? `${name} (you)` : name }))}
            value={userId}
            onChange={({ currentTarget: { value } }) => setUserId(value)}
          />
        )}
        <input
          ref={input}
          type="file"
          hidden
          aria-label="Calendar file"
          accept=".ics,.ical,.ifb,text/calendar"
          onChange={({ currentTarget: { files } }) => take(files?.[0])}
        />
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFileImport size={14} />}
          loading={send.isPending}
          onClick={() => input.current?.click()}
        >
          Choose a file
        </Button>
      </div>
      {data && data.length > 0 && (
        <ul className={`${classes.rows} ${classes.spaced}`} aria-label="Calendar files">
          {data.map((each) => (
            <ImportRow key={each.id} shown={each} />
          ))}
        </ul>
      )}
    </>
  )
}
