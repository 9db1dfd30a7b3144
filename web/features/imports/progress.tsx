import { Button, Group } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { FormProblem } from '../../ui/form-problem.tsx'
import { ButtonLink } from '../../ui/links.tsx'
import { tellProblem } from '../../ui/toast.ts'
import { useUndo } from '../acts/use-undo.ts'
import { useOffice } from '../office/use-office.ts'
import classes from './imports.module.css'
import { Outcome } from './outcome.tsx'
import type { Import } from './types.ts'
import { stateWords } from './words.ts'

/** An import that writes, or wrote: how far it is, what came of it, and the way back. */
export function Progress({ shown }: { shown: Import }) {
  const { mayChange } = useOffice()
  const { undo, undoing } = useUndo()
  const queryClient = useQueryClient()
  const stop = useMutation(
    trpc.imports.stop.mutationOptions({
      onError: (error) => tellProblem(sentenceOf(error)),
      onSettled: () => queryClient.invalidateQueries(trpc.imports.byId.queryFilter({ id: shown.id })),
    }),
  )
  return (
    <>
      <h2 className={classes.heading}>{shown.fileName}</h2>
      {shown.problem && <FormProblem sentence={shown.problem} />}
      {shown.undo !== 'done' && shown.undo !== 'running' && (
        <p className={classes.lead}>This import is {stateWords(shown)}.</p>
      )}
      <Outcome shown={shown} />
      {shown.undo === 'undone' && <KeptRows id={shown.id} />}
      {mayChange && (
        <Group justify="flex-end" mt="md">
          {shown.state === 'running' && (
            <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate({ id: shown.id })}>
              Stop
            </Button>
          )}
          {shown.mayUndo && (
            <Button
              variant="default"
              leftSection={<IconArrowBackUp size={15} />}
              loading={undoing}
              onClick={() => undo({ id: shown.id })}
            >
              Undo this import
            </Button>
          )}
          {shown.undo === 'done' && <ButtonLink to="/contacts">See all contacts</ButtonLink>}
        </Group>
      )}
    </>
  )
}

/** Whom the undo left, because somebody worked with them since. */
function KeptRows({ id }: { id: string }) {
  const { data } = useQuery(trpc.imports.kept.queryOptions({ id }))
  if (!data || data.length === 0) return null
  return (
    <section aria-labelledby="kept-rows">
      <h3 id="kept-rows" className={classes.heading}>
        Kept, because somebody worked with them since
      </h3>
      <ul className={classes.list} aria-label="Kept">
        {data.map((each) => (
          <li key={each.id} className={classes.row}>
            {each.record === 'contact' ? (
              <Link className={classes.name} to="/contacts/$contactId" params={{ contactId: each.id }}>
                {each.name}
              </Link>
            ) : (
              each.name
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
