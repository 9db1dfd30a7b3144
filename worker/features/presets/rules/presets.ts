import { DENTIST } from './dentist.ts'
import { LAWYER } from './lawyer.ts'
import { PLUMBER } from './plumber.ts'
import type { Preset, PresetKey } from './preset.ts'
import { SALON } from './salon.ts'

export const PRESETS: Readonly<Record<PresetKey, Preset>> = {
  dentist: DENTIST,
  lawyer: LAWYER,
  plumber: PLUMBER,
  salon: SALON,
}
