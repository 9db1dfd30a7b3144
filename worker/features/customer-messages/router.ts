import { z } from 'zod'
import { member, owner, router } from '../../trpc/procedures.ts'
import { addReminder, resetStep, saveMessageSettings, saveStep } from './change-steps.ts'
import {
  AddReminder,
  CustomerMessageShown,
  MessageSettingsShown,
  OfAppointment,
  ResetStep,
  Sample,
  SampleAsked,
  SaveMessageSettings,
  SaveStep,
  SendAgain,
  Step,
} from './input.ts'
import { listMessages, listTroubled } from './list-messages.ts'
import { readSample } from './read-sample.ts'
import { readMessageSettings } from './read-settings.ts'
import { sendAgain } from './send-again.ts'

export const customerMessagesRouter = router({
  settings: member.output(MessageSettingsShown).query(({ ctx }) => readMessageSettings(ctx)),
  sample: member
    .input(SampleAsked)
    .output(Sample)
    .query(({ ctx, input }) => readSample(ctx, input)),
  saveStep: owner
    .input(SaveStep)
    .output(Step)
    .mutation(({ ctx, input }) => saveStep(ctx, input)),
  addReminder: owner
    .input(AddReminder)
    .output(Step)
    .mutation(({ ctx, input }) => addReminder(ctx, input)),
  resetStep: owner
    .input(ResetStep)
    .output(Step)
    .mutation(({ ctx, input }) => resetStep(ctx, input)),
  saveSettings: owner
    .input(SaveMessageSettings)
    .output(Step)
    .mutation(({ ctx, input }) => saveMessageSettings(ctx, input)),
  ofAppointment: member
    .input(OfAppointment)
    .output(z.array(CustomerMessageShown))
    .query(({ ctx, input }) => listMessages(ctx, input)),
  troubled: member.output(z.array(CustomerMessageShown)).query(({ ctx }) => listTroubled(ctx)),
  sendAgain: member
    .input(SendAgain)
    .output(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => sendAgain(ctx, input)),
})
