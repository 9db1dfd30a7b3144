import { useState } from 'react'
import { MessagesOfAppointment } from '../../customer-messages/messages-of-appointment.tsx'
import { useOffice } from '../../office/use-office.ts'
import { StatusPicture } from '../grid/appointment-block.tsx'
import { cancelWords, mayMove, STATUS_WORDS, whoseName } from '../status-words.ts'
import { type Appointment, isTimed } from '../types.ts'
import { useOfficeDiary } from '../use-office-diary.ts'
import { CancelForm } from './cancel-form.tsx'
import classes from './details.module.css'
import { DetailsFacts } from './details-facts.tsx'
import { MoveForm } from './move-form.tsx'
import { Overtaken } from './overtaken.tsx'
import { StatusSteps } from './status-steps.tsx'
import { useSteps } from './use-steps.ts'

type Open = 'move' | 'cancel' | null

/** All of one appointment, and what can be done with it. */
export function DetailsPanel({ appointment, timeZone }: { appointment: Appointment; timeZone: string }) {
  const { mayChange } = useOffice()
  const diary = useOfficeDiary()
  const [open, setOpen] = useState<Open>(null)
  const steps = useSteps(appointment, () => setOpen(null))
  const { status, kind } = appointment
  return (
    <div className={classes.panel}>
      <div>
        <h2 className={classes.title}>{whoseName(appointment)}</h2>
        {kind === 'appointment' && (
          <span className={classes.status} data-status={status}>
            <StatusPicture status={status} size={13} />
            {STATUS_WORDS[status]}
          </span>
        )}
      </div>
      {steps.overtaken && <Overtaken {...{ appointment, timeZone, steps, diary }} />}
      {status === 'cancelled' && <p className={classes.words}>{cancelWords(appointment)}</p>}
      <DetailsFacts appointment={appointment} diary={diary} timeZone={timeZone} />
      {kind === 'appointment' && (
        <details className={classes.messages}>
          <summary>Messages to the customer</summary>
          <MessagesOfAppointment appointmentId={appointment.id} />
        </details>
      )}
      {mayChange && open === null && <StatusSteps {...{ appointment, steps }} onOpen={setOpen} />}
      {mayChange && open === 'cancel' && <CancelForm {...{ appointment, steps }} onClose={() => setOpen(null)} />}
      {mayChange && open === 'move' && isTimed(appointment) && mayMove(appointment) && (
        <MoveForm key={appointment.deskVersion} {...{ appointment, diary, timeZone }} onClose={() => setOpen(null)} />
      )}
    </div>
  )
}
