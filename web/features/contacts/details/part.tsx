import { ActionIcon } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useOffice } from '../../office/use-office.ts'
import { Facts } from '../facts.tsx'
import classes from './details.module.css'

type Face = { title: string; add: string; form: (close: () => void) => ReactNode; children: ReactNode }

/** A part of the details with a button that opens the form for one more. */
export function Part({ title, add, form, children }: Face) {
  const { mayChange } = useOffice()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className={classes.part}>
      <Facts title={title}>
        {children}
        {isOpen && <div className={classes.form}>{form(() => setOpen(false))}</div>}
      </Facts>
      {mayChange && (
        <ActionIcon
          className={classes.add ?? ''}
          aria-label={add}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <IconPlus size={15} />
        </ActionIcon>
      )}
    </div>
  )
}
