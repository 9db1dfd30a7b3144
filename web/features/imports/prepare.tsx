import { Button, Checkbox, Group } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { MATCHES } from '../../../worker/features/imports/rules/contact-parts.ts'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { FormProblem } from '../../ui/form-problem.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useOffice } from '../office/use-office.ts'
import { useWords } from '../office/use-words.ts'
import classes from './imports.module.css'
import { MappingTable } from './mapping-table.tsx'
import { Outcome } from './outcome.tsx'
import { MATCH_WORDS } from './targets.ts'
import type { Import, Mapping, Preview } from './types.ts'

/** What the columns are, by what people are recognised, and what would come of it. */
export function Prepare({ shown }: { shown: Import }) {
  const { data, error, refetch } = useQuery({
    ...trpc.imports.preview.queryOptions({ id: shown.id }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (error && !data) return <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />
  return data ? <Form shown={shown} preview={data} /> : <LoadingRows round={false} />
}

function Form({ shown, preview }: { shown: Import; preview: Preview }) {
  const words = useWords()
  const { mayChange } = useOffice()
  const [mapping, setMapping] = useState(preview.mapping)
  const [tried, setTried] = useState<Mapping | null>(null)
  const queryClient = useQueryClient()
  const settled = { onSettled: () => queryClient.invalidateQueries(trpc.imports.byId.queryFilter({ id: shown.id })) }
  const check = useMutation(trpc.imports.check.mutationOptions(settled))
  const run = useMutation(trpc.imports.run.mutationOptions(settled))
  const failed = run.error ?? check.error
  const toggle = (match: (typeof MATCHES)[number]) => {
    const has = mapping.matchBy.includes(match)
    setMapping({
      ...mapping,
      matchBy: MATCHES.filter((each) => (each === match ? !has : mapping.matchBy.includes(each))),
    })
  }
  const tryOut = () => {
    setTried(mapping)
    check.mutate({ id: shown.id, mapping })
  }
  return (
    <>
      <h2 className={classes.heading}>{shown.fileName}</h2>
      <p className={classes.lead}>
        {preview.readAs}.{preview.isRemembered && ' The columns are set as the last time.'}
      </p>
      <MappingTable
        preview={preview}
        columns={mapping.columns}
        onChange={(columns) => setMapping({ ...mapping, columns })}
      />
      <fieldset className={classes.rules}>
        <legend>Somebody in the list already is recognised by</legend>
        {MATCHES.map((match) => (
          <Checkbox
            key={match}
            label={MATCH_WORDS[match]}
            checked={mapping.matchBy.includes(match)}
            onChange={() => toggle(match)}
          />
        ))}
        <p className={classes.soft}>
          What the file says of them replaces what stands there; what it leaves empty, and their name, stays. Everybody
          else becomes a new {words.inOne}.
        </p>
      </fieldset>
      {failed && <FormProblem sentence={sentenceOf(failed)} />}
      {shown.state === 'failed' && shown.problem && <FormProblem sentence={shown.problem} />}
      {(shown.state === 'checking' || shown.state === 'checked') && (
        <Outcome shown={shown} isStale={tried !== null && tried !== mapping} />
      )}
      {mayChange && (
        <Group justify="flex-end" mt="md">
          <Button variant="default" loading={check.isPending || shown.state === 'checking'} onClick={tryOut}>
            Try it without writing
          </Button>
          <Button loading={run.isPending} onClick={() => run.mutate({ id: shown.id, mapping })}>
            Import
          </Button>
        </Group>
      )}
    </>
  )
}
