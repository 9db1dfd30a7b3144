/** The one id of a reminder: of its notice, of its job and of its mail. */
export const reminderId = ({ taskId, remindAtMs, userId }: { taskId: string; remindAtMs: number; userId: string }) =>
  `reminder-${taskId}-${remindAtMs}-${userId}`
