import { readFileSync } from 'node:fs'

/** Linux counts processor time in hundredths of a second, whatever its clock does inside. */
const TICK_MS = 10
/** Where the fields stand after the name in parentheses, as proc(5) numbers them from the state (field 3). */
const USER_TIME = 11
const SYSTEM_TIME = 12

/** How long the processors have worked for a process so far, for itself and for its system calls, in milliseconds. */
export function processorTimeMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[USER_TIME]) + Number(fields[SYSTEM_TIME])) * TICK_MS
}

/** The workerd processes that this process has started and that still run, the oldest first. */
export function workerdProcesses(): number[] {
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ').map(Number)
  return children.filter((pid) => readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'workerd')
}
