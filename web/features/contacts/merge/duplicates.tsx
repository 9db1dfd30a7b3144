import { Button, Modal } from '@mantine/core'
import { IconArrowLeft, IconUsers } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { inferRouterOutputs } from '@trpc/server'
import { useState } from 'react'
import type { AppRouter } from '../../../../worker/trpc/router.ts'
import { trpc } from '../../../api.ts'
import { sentenceOf } from '../../../problem.ts'
import { Empty } from '../../../ui/empty.tsx'
import { ActionIconLink } from '../../../ui/links.tsx'
import { LoadingRows } from '../../../ui/loading-rows.tsx'
import { Pane, PaneColumn } from '../../../ui/pane.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { tellProblem } from '../../../ui/toast.ts'
import { useTitle } from '../../../ui/use-title.ts'
import { useOffice } from '../../office/use-office.ts'
import { useWords } from '../../office/use-words.ts'
import classes from './merge.module.css'
import { MergeForm } from './merge-form.tsx'

type Pair = inferRouterOutputs<AppRouter>['contacts']['duplicates'][number]

/** Contacts that may be one person: each pair is merged, or told apart for good. */
export function Duplicates() {
  useTitle('Duplicates')
  const words = useWords()
  const { data, error, refetch } = useQuery(trpc.contacts.duplicates.queryOptions())
  const [merging, setMerging] = useState<Pair | null>(null)
  const back = (
    <ActionIconLink to="/contacts" aria-label={`All ${words.inMany}`}>
      <IconArrowLeft size={18} />
    </ActionIconLink>
  )
  return (
    <Pane title="Duplicates" count={data?.length ?? null} lead={back}>
      <PaneColumn>
        {data && data.length > 0 && (
          <ul className={classes.list} aria-label="Pairs">
            {data.map((pair) => (
              <PairRow key={`${pair.one.id} ${pair.other.id}`} pair={pair} onMerge={() => setMerging(pair)} />
            ))}
          </ul>
        )}
        {data?.length === 0 && (
          <Empty icon={<IconUsers size={20} />} title="Nobody is in the list twice">
            {words.many} of one name, or with one address and similar names, are shown here.
          </Empty>
        )}
        {!data && !error && <LoadingRows round={false} />}
        {!data && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      </PaneColumn>
      <Modal size="lg" opened={merging !== null} onClose={() => setMerging(null)} title={`Merge two ${words.inMany}`}>
        {merging && <MergeForm keepId={merging.one.id} dropId={merging.other.id} onDone={() => setMerging(null)} />}
      </Modal>
    </Pane>
  )
}

function PairRow({ pair: { one, other, why }, onMerge }: { pair: Pair; onMerge: () => void }) {
  const { mayChange } = useOffice()
  const queryClient = useQueryClient()
  const apart = useMutation(
    trpc.contacts.tellApart.mutationOptions({
      onError: (error) => tellProblem(sentenceOf(error)),
      onSettled: () => queryClient.invalidateQueries(trpc.contacts.duplicates.queryFilter()),
    }),
  )
  return (
    <li className={classes.pair}>
      <div className={classes.words}>
        <div>
          {[one, other].map(({ id, name }, at) => (
            <span key={id}>
              {at > 0 && ' and '}
              <Link className={classes.person} to="/contacts/$contactId" params={{ contactId: id }}>
                {name}
              </Link>
            </span>
          ))}
        </div>
        <div className={classes.why}>{why.join(' ')}</div>
      </div>
      {mayChange && (
        <>
          <Button
            size="xs"
            variant="default"
            loading={apart.isPending}
            onClick={() => apart.mutate({ oneId: one.id, otherId: other.id })}
          >
            Not the same
          </Button>
          <Button size="xs" onClick={onMerge}>
            Merge …
          </Button>
        </>
      )}
    </li>
  )
}
