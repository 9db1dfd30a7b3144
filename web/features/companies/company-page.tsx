import { ActionIcon } from '@mantine/core'
import { IconArrowLeft, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { dateWhen } from '../../ui/dates.ts'
import { Editable } from '../../ui/editable.tsx'
import { ActionIconLink } from '../../ui/links.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Monogram } from '../../ui/monogram.tsx'
import { Pane, PaneBody } from '../../ui/pane.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useTitle } from '../../ui/use-title.ts'
import classes from '../contacts/contact-page.module.css'
import { Fact, Facts } from '../contacts/facts.tsx'
import { OwnValues } from '../fields/own-values.tsx'
import { useChangeRecord } from '../fields/use-change.ts'
import { ValueInput } from '../fields/value-input.tsx'
import { Files } from '../files/files.tsx'
import { useOffice } from '../office/use-office.ts'
import { useWords } from '../office/use-words.ts'
import { useDiscard } from '../trash/use-discard.ts'

/** Everything about one company. */
export function CompanyPage() {
  const { companyId } = useParams({ from: '/office/companies/$companyId' })
  const { data: company, error, refetch } = useQuery(trpc.companies.byId.queryOptions({ id: companyId }))
  useTitle(company?.name ?? 'Company')
  const back = (
    <ActionIconLink to="/companies" aria-label="All companies">
      <IconArrowLeft size={18} />
    </ActionIconLink>
  )
  return (
    <Pane title="Companies" lead={back}>
      <PaneBody>
        {company && <WholeCompany company={company} />}
        {!company && !error && <LoadingRows />}
        {!company && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      </PaneBody>
    </Pane>
  )
}

type Company = {
  id: string
  name: string
  website: string | null
  taxId: string | null
  fields: Record<string, string | number | boolean>
  createdAt: string
  people: { id: string; name: string; role: string | null; hasEnded: boolean }[]
}
const PARTS = [
  { column: 'name', label: 'Name', kind: 'text' },
  { column: 'website', label: 'Website', kind: 'link' },
  { column: 'taxId', label: 'Tax number', kind: 'text' },
] as const

function WholeCompany({ company }: { company: Company }) {
  const words = useWords()
  const { office, mayChange } = useOffice()
  const navigate = useNavigate()
  const save = useChangeRecord('company', company.id)
  const { discard } = useDiscard(() => void navigate({ to: '/companies' }))
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <Monogram name={company.name} size={56} />
        <div>
          <h2 className={classes.name}>{company.name}</h2>
          <div className={classes.since}>Since {dateWhen(company.createdAt, office.timeZone)}</div>
        </div>
        {mayChange && (
          <ActionIcon
            className={classes.more ?? ''}
            aria-label="Delete this company"
            onClick={() => discard({ record: 'company', id: company.id })}
          >
            <IconTrash size={18} />
          </ActionIcon>
        )}
      </div>
      <div className={classes.timeline}>
        <Facts title="People">
          {company.people.length === 0 && <Fact>Nobody yet: add the company on the page of {words.aOne}.</Fact>}
          {company.people.map(({ id, name, role, hasEnded }) => (
            <Fact key={id} end={[role, hasEnded && 'left'].filter(Boolean).join(', ')}>
              <Link to="/contacts/$contactId" params={{ contactId: id }}>
                {name}
              </Link>
            </Fact>
          ))}
        </Facts>
      </div>
      <aside className={classes.facts} aria-label="Details">
        <Facts title="Details">
          {PARTS.map(({ column, label, kind }) => (
            <Editable
              key={column}
              label={label}
              readOnly={!mayChange}
              shown={company[column]}
              initial={company[column] ?? ''}
              save={(typed, over) => save({ column, seen: company[column], typed }, over)}
            >
              {(control) => <ValueInput {...control} kind={kind} options={[]} />}
            </Editable>
          ))}
          <OwnValues record="company" fields={company.fields} save={save} />
        </Facts>
        <Files record="company" recordId={company.id} />
      </aside>
    </div>
  )
}
