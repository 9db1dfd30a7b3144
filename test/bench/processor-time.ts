import { readFileSync } from 'node:fs'

/** Linux counts processor time in hundredths of a second, whatever its clock does inside. */
const TICK_MS = 10
/** Where the fields stand after the name in parentheses, as proc(5) numbers them from the state (field 3). */
const USER_TIME = 11
const SYSTEM_TIME = 12
/** The same of the children that have ended. */
const ENDED_USER_TIME = 13
const ENDED_SYSTEM_TIME = 14

/** How long the processors have worked for a process so far, for itself and for its system calls, in milliseconds. */
export const processorTimeMs = (pid: number): number => timeMs(pid, [USER_TIME, SYSTEM_TIME])

function timeMs(pid: number, fields: number[]): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const values = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields.reduce((sum, field) => sum + Number(values[field]), 0) * TICK_MS
}

/** The same for a process and all that it has started, which come and go. */
export function familyTimeMs(pid: number): number {
  const own = timeMs(pid, [USER_TIME, SYSTEM_TIME, ENDED_USER_TIME, ENDED_SYSTEM_TIME])
  return childrenOf(pid).reduce((sum, child) => sum + timeOfLiving(child), own)
}

/** Of one that has ended meanwhile nothing: its parent knows how long it worked. */
function timeOfLiving(pid: number): number {
  try {
    return processorTimeMs(pid)
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return 0
    throw error
  }
}

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)

/** The workerd processes that this process has started and that still run, the oldest first. */
export function workerdProcesses(): number[] {
  return childrenOf(process.pid).filter((pid) => readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'workerd')
}
