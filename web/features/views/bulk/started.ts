/** The large changes that this screen began and has not told of yet, by the step, with their words. */
const titles = new Map<string, string>()

export const started = {
  add: (actId: string, title: string) => titles.set(actId, title),
  /** Those that are not among the ones still under way; each is handed out once. */
  takeEnded(running: readonly string[]): { actId: string; title: string }[] {
    const ended = [...titles].filter(([actId]) => !running.includes(actId))
    for (const [actId] of ended) titles.delete(actId)
    return ended.map(([actId, title]) => ({ actId, title }))
  },
}
