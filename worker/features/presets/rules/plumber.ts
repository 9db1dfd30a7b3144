import { HOUSEHOLDERS } from './demo/householders.ts'
import type { Preset } from './preset.ts'

/** A plumber: what stands in whose cellar, how to get in, and quotes that somebody must ask after. */
export const PLUMBER: Preset = {
  key: 'plumber',
  name: 'Plumber',
  lead: 'Customers with their boilers and how to get in, and jobs from the call to the work itself.',
  words: { one: 'Customer', many: 'Customers' },
  fields: [
    {
      ...{ key: 'property', record: 'contact', label: 'Property', kind: 'choice' },
      options: ['House', 'Flat', 'Shop', 'Office', 'Rented out'],
    },
    { key: 'boiler_make', record: 'contact', label: 'Boiler make', kind: 'text' },
    { key: 'boiler_model', record: 'contact', label: 'Boiler model and serial number', kind: 'text' },
    { key: 'boiler_installed', record: 'contact', label: 'Boiler installed', kind: 'date' },
    { key: 'last_service', record: 'contact', label: 'Last service', kind: 'date' },
    { key: 'service_plan', record: 'contact', label: 'Service plan', kind: 'flag' },
    { key: 'access', record: 'contact', label: 'Access notes', kind: 'text' },
    { key: 'stopcock', record: 'contact', label: 'Where the stopcock is', kind: 'text' },
    { key: 'sites', record: 'company', label: 'Buildings looked after', kind: 'number' },
  ],
  pipeline: {
    name: 'Jobs and quotes',
    stages: [
      { name: 'Call', kind: 'open', probability: 25, rottingDays: 1 },
      { name: 'Visit booked', kind: 'open', probability: 45, rottingDays: 7 },
      { name: 'Quote to write', kind: 'open', probability: 55, rottingDays: 3 },
      { name: 'Quote sent', kind: 'open', probability: 65, rottingDays: 10 },
      { name: 'Ordered', kind: 'won', probability: 100, rottingDays: null },
      { name: 'Not ordered', kind: 'lost', probability: 0, rottingDays: null },
    ],
  },
  lostReasons: ['Another quote was lower', 'We could not come soon enough', 'Mended it themselves', 'Too far away'],
  templates: [
    {
      ...{ title: 'Yearly boiler service', daysAfter: 365, priority: 'normal' },
      checklist: ['Offer two days', 'Has anything been noisy or leaking?', 'Filter and seals in the van'],
    },
    {
      ...{ title: 'Ask after the quote', daysAfter: 5, priority: 'normal' },
      checklist: [],
    },
    {
      ...{ title: 'Prepare the job', daysAfter: 1, priority: 'high' },
      checklist: ['Parts ordered', 'Access agreed', 'Water off: neighbours told', 'Skip or parking needed?'],
    },
    {
      ...{ title: 'Write the quote', daysAfter: 2, priority: 'high' },
      checklist: ['Material', 'Hours', 'Photos of the visit'],
    },
    { title: 'Is everything dry?', daysAfter: 7, priority: 'normal', checklist: ['Call', 'Ask for a review'] },
  ],
  demo: HOUSEHOLDERS,
}
