import { insertAppointment } from '../../../db/queries/appointments.ts'
import type { Plan } from '../../../db/queries/plan.ts'
import { insertActivity } from '../../../db/queries/timeline.ts'
import type { OfficeCtx } from '../../context.ts'
import type { Actor, Source } from '../../kernel/words.ts'

export type RequestFields = {
  id: string
  title: string
  service: string | null
  wantedOn: string | null
  wantedAt: Date | null
  contactId: string | null
  conversationId: string | null
  source: Source
  by: Actor
}

/** A wish for an appointment. It claims no time: that is agreed later, through the desk. */
export function planRequest(needs: Pick<OfficeCtx, 'officeId' | 'now'>, fields: RequestFields): Plan {
  const { officeId, now } = needs
  const { by, wantedAt, ...row } = fields
  const { id, title, contactId } = row
  const at = now()
  const appointment = { officeId, ...row, status: 'requested' as const, startsAt: wantedAt, version: 1, createdAt: at }
  return {
    write: (db) => [
      insertAppointment(db, appointment),
      ...(contactId
        ? [insertActivity(db, { officeId, id, contactId, at, kind: 'appointment_requested', entityId: id, title, by })]
        : []),
    ],
    effects: [{ change: 'created', entity: 'appointment', id, version: appointment.version }],
    changes: [{ topic: 'appointment', ids: [id], by: by.kind === 'member' ? by.userId : null }],
  }
}
