import type { FieldKind } from '../../fields/rules/field-kinds.ts'
import type { Words } from './words.ts'

export const PRESET_KEYS = ['dentist', 'lawyer', 'plumber', 'salon'] as const
export type PresetKey = (typeof PRESET_KEYS)[number]

/** A field that the trade wants to know; `key` is how made-up people name it. */
export type PresetField = {
  key: string
  record: 'contact' | 'company'
  label: string
  kind: FieldKind
  /** Of a choice only. */
  options?: readonly string[]
}

/** `probability` in per cent; `rottingDays` is null where a deal may wait. */
export type PresetStage = {
  name: string
  kind: 'open' | 'won' | 'lost'
  probability: number
  rottingDays: number | null
}

/** `daysAfter` counts from the day on which a task is made of it; null is without a day. */
export type PresetTemplate = {
  title: string
  daysAfter: number | null
  priority: 'low' | 'normal' | 'high'
  checklist: readonly string[]
}

/** A value as a member would type it, or a day so many days from today. */
export type DemoValue = string | { inDays: number }

/** Somebody made up. Phones are from the ranges that Ofcom keeps for stories; mail ends in .example (RFC 2606). */
export type DemoPerson = {
  name: string
  email?: string
  phone?: string
  birthday?: string
  values: Readonly<Record<string, DemoValue>>
  deals: readonly { title: string; amount: string; stage: string; expectedInDays: number; sinceDays: number }[]
  tasks: readonly { title: string; inDays: number; priority?: 'low' | 'high' }[]
}

/** What an office of one trade begins with. */
export type Preset = {
  key: PresetKey
  name: string
  /** What it is for, in one sentence. */
  lead: string
  words: Words
  fields: readonly PresetField[]
  pipeline: { name: string; stages: readonly PresetStage[] }
  lostReasons: readonly string[]
  templates: readonly PresetTemplate[]
  demo: readonly DemoPerson[]
}
