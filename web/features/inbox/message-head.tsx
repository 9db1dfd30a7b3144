import { Tooltip } from '@mantine/core'
import { longWhen, messageWhen } from '../../ui/dates.ts'
import { Monogram } from '../../ui/monogram.tsx'
import { useOffice } from '../office/use-office.ts'
import classes from './message-card.module.css'
import type { Message } from './types.ts'

const listed = (people: Message['to']) => people.map(({ name, address }) => name || address).join(', ')

/** Who wrote a message, to whom, and when. */
export function MessageHead({ message: { from, to, cc, replyTo, at } }: { message: Message }) {
  const { office } = useOffice()
  const name = from.name || from.address
  return (
    <header className={classes.head}>
      <Monogram name={name} size={34} />
      <div className={classes.who}>
        <div className={classes.name}>{name}</div>
        <div className={classes.address}>
          {from.name && from.address ? `${from.address} ` : ''}
          {to.length > 0 && `to ${listed(to)}`}
          {cc.length > 0 && `, copy to ${listed(cc)}`}
          {replyTo && ` · answers go to ${replyTo.address}`}
        </div>
      </div>
      <Tooltip label={longWhen(at, office.timeZone)}>
        <time className={classes.when} dateTime={at}>
          {messageWhen(at, office.timeZone)}
        </time>
      </Tooltip>
    </header>
  )
}
