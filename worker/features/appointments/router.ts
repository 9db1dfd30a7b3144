import { z } from 'zod'
import { member, router } from '../../trpc/procedures.ts'
import { OutsideShown } from '../calendars/input.ts'
import { readOutside } from '../calendars/read-outside.ts'
import { block, book } from './book.ts'
import { cancel, mark, move, takeBack } from './change.ts'
import { findSlots } from './find-slots.ts'
import {
  AppointmentShown,
  Block,
  Book,
  CalendarAsked,
  Cancel,
  Counts,
  CountsAsked,
  Decided,
  ListAppointments,
  MarkAppointment,
  Move,
  ReadAppointment,
  SheetLine,
  Slots,
  SlotsAsked,
  TakeBack,
} from './input.ts'
import { countAppointments, listAppointments, readAppointment, readCalendar, readSheet } from './list-appointments.ts'

export const appointmentsRouter = router({
  list: member
    .input(ListAppointments)
    .output(z.array(AppointmentShown))
    .query(({ ctx, input }) => listAppointments(ctx, input)),
  calendar: member
    .input(CalendarAsked)
    .output(z.array(AppointmentShown))
    .query(({ ctx, input }) => readCalendar(ctx, input)),
  sheet: member
    .input(CalendarAsked)
    .output(z.array(SheetLine))
    .query(({ ctx, input }) => readSheet(ctx, input)),
  byId: member
    .input(ReadAppointment)
    .output(AppointmentShown)
    .query(({ ctx, input }) => readAppointment(ctx, input)),
  outsideBusy: member
    .input(CalendarAsked)
    .output(OutsideShown)
    .query(({ ctx, input }) => readOutside(ctx, input)),
  counts: member
    .input(CountsAsked)
    .output(Counts)
    .query(({ ctx, input }) => countAppointments(ctx, input)),
  slots: member
    .input(SlotsAsked)
    .output(Slots)
    .query(({ ctx, input }) => findSlots(ctx, input)),
  book: member
    .input(Book)
    .output(Decided)
    .mutation(({ ctx, input }) => book(ctx, input)),
  block: member
    .input(Block)
    .output(Decided)
    .mutation(({ ctx, input }) => block(ctx, input)),
  move: member
    .input(Move)
    .output(Decided)
    .mutation(({ ctx, input }) => move(ctx, input)),
  cancel: member
    .input(Cancel)
    .output(Decided)
    .mutation(({ ctx, input }) => cancel(ctx, input)),
  mark: member
    .input(MarkAppointment)
    .output(Decided)
    .mutation(({ ctx, input }) => mark(ctx, input)),
  takeBack: member
    .input(TakeBack)
    .output(Decided)
    .mutation(({ ctx, input }) => takeBack(ctx, input)),
})
