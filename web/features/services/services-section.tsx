import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { CopyField } from '../../ui/copy-field.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { inMoney } from '../../ui/money.ts'
import { Problem } from '../../ui/problem.tsx'
import { RowTools } from '../office/settings/pipelines/row-tools.tsx'
import { Section } from '../office/settings/section.tsx'
import classes from '../office/settings/settings.module.css'
import { useOffice } from '../office/use-office.ts'
import { BookingPageForm } from './booking-page-form.tsx'
import { inWords } from './duration.ts'
import { ServiceDialog } from './service-dialog.tsx'
import type { Service } from './service-draft.ts'
import { useServiceSteps } from './use-service-steps.ts'

/** What can be booked, in the order of the booking page, and where that page is. */
export function ServicesSection() {
  const { office, isOwner } = useOffice()
  const { data, error, refetch } = useQuery(trpc.services.list.queryOptions())
  const { data: people } = useQuery(trpc.office.members.queryOptions())
  const [editing, setEditing] = useState<Service | 'new' | null>(null)
  const names = new Map((people?.members ?? []).map(({ userId, name }) => [userId, name]))
  return (
    <Section
      id="services"
      title="Services"
      lead="What customers can book, how long it takes and who does it. The booking page shows them in this order."
    >
      {!data && !error && <LoadingRows count={3} round={false} />}
      {!data && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      {data && data.length > 0 && (
        <ul className={classes.rows} aria-label="Services">
          {data.map((service, at) => (
            <ServiceRow
              key={service.id}
              service={service}
              who={service.staffIds.map((id) => names.get(id) ?? 'Somebody who left')}
              isFirst={at === 0}
              isLast={at === data.length - 1}
              onEdit={() => setEditing(service)}
            />
          ))}
        </ul>
      )}
      {data?.length === 0 && (
        <p className={classes.detail}>There is nothing to book yet.{isOwner && ' Add what you do most often first.'}</p>
      )}
      {isOwner && (
        <Button mt="sm" variant="default" leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>
          Add a service
        </Button>
      )}
      <div className={classes.spaced}>
        <span className={classes.label}>Your booking page</span>
        <p className={classes.detail}>Put this address on your website and into your mails.</p>
        <CopyField label="Address of the booking page" value={`${window.location.origin}/book/${office.slug}`} />
        {isOwner && <BookingPageForm />}
      </div>
      {editing !== null && (
        <ServiceDialog
          service={editing === 'new' ? null : editing}
          members={people?.members ?? []}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  )
}

type Face = { service: Service; who: string[]; isFirst: boolean; isLast: boolean; onEdit: () => void }

function ServiceRow({ service, who, isFirst, isLast, onEdit }: Face) {
  const { office, isOwner } = useOffice()
  const { move, remove } = useServiceSteps()
  const { id, name, lengthMinutes, priceMinor, seats, needs, isPublic, needsApproval } = service
  const details = [
    inWords(lengthMinutes),
    priceMinor !== null && inMoney(priceMinor, office.currency),
    who.length > 0 ? who.join(needs === 'all' ? ' with ' : ', ') : 'nobody does it yet',
    seats > 1 && `${seats} seats`,
    !isPublic && 'not on the booking page',
    needsApproval && 'you confirm each',
  ]
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <div className={classes.name}>{name}</div>
        <div className={classes.detail}>{details.filter(Boolean).join(' · ')}</div>
      </div>
      {isOwner && (
        <RowTools
          {...{ name, isFirst, isLast, onEdit }}
          onMove={(direction) => move.mutate({ id, direction })}
          onRemove={() => remove.mutate({ id })}
        />
      )}
    </li>
  )
}
