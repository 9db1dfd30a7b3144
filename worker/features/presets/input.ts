import { z } from 'zod'
import { FIELD_KINDS } from '../fields/rules/field-kinds.ts'
import { PRESET_KEYS } from './rules/preset.ts'

const WORD_LENGTH = 30
const word = z.string().trim().min(1, 'Please give a word.').max(WORD_LENGTH)

export const Words = z.object({ one: word, many: word })
export const SetWords = Words
/** A step; null where there was nothing to do. */
export const WordsStep = z.object({ actId: z.string().nullable(), title: z.string() })

const Named = z.object({ key: z.enum(PRESET_KEYS), name: z.string(), lead: z.string() })
const PARTS = ['all', 'demo'] as const

const Gone = z.object({
  ...{ fields: z.number(), stages: z.number(), reasons: z.number(), templates: z.number() },
  ...{ people: z.number(), deals: z.number(), tasks: z.number() },
})
const Stay = z.object({ what: z.string(), name: z.string(), why: z.string() })
/** What goes when a preset goes, and what stays, each with why. */
export const Removal = z.object({ goes: Gone, stays: z.array(Stay) })

/** The presets there are, and the one that the office has. */
export const PresetsShown = z.object({
  presets: z.array(Named),
  current: z.object({ key: z.enum(PRESET_KEYS), name: z.string(), since: z.date(), hasDemo: z.boolean() }).nullable(),
})

export const PreviewPreset = z.object({ preset: z.enum(PRESET_KEYS) })
/** `isThere`: the office has something of that name, which is left as it is. */
export const PresetPreview = z.object({
  ...Named.shape,
  words: z.object({ one: z.string(), many: z.string(), isThere: z.boolean() }),
  fields: z.array(
    z.object({
      ...{ record: z.enum(['contact', 'company']), label: z.string(), kind: z.enum(FIELD_KINDS), isThere: z.boolean() },
      options: z.array(z.string()),
    }),
  ),
  pipeline: z.object({
    ...{ name: z.string(), isThere: z.boolean() },
    /** The empty pipeline that is put aside for it, by name. */
    putsAside: z.string().nullable(),
    stages: z.array(
      z.object({
        ...{ name: z.string(), kind: z.enum(['open', 'won', 'lost']), probability: z.number() },
        rottingDays: z.number().nullable(),
      }),
    ),
  }),
  lostReasons: z.array(z.object({ label: z.string(), isThere: z.boolean() })),
  templates: z.array(
    z.object({
      ...{ title: z.string(), daysAfter: z.number().nullable(), isThere: z.boolean() },
      checklist: z.array(z.string()),
    }),
  ),
  demo: z.object({
    people: z.array(z.object({ name: z.string(), isThere: z.boolean() })),
    ...{ deals: z.number(), tasks: z.number() },
  }),
  /** What becomes of the preset before, where there is another. */
  removal: Removal.nullable(),
})

export const ApplyPreset = z.object({ preset: z.enum(PRESET_KEYS), withDemo: z.boolean() })
export const RemovePreset = z.object({ part: z.enum(PARTS) })
/** A step, and what of the preset before stayed. */
export const PresetStep = z.object({ actId: z.string(), title: z.string(), stays: z.array(Stay) })
