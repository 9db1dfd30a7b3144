/** So many units of a kind of resource, all for the whole time. */
export type Need = { kind: string; quantity: number }

/** What whoever books is asked. A choice has choices, a text none. */
export type Question = { key: string; label: string; kind: 'text' | 'choice'; isRequired: boolean; choices: string[] }

/** By name and not by number, so that each can be shown with enough contrast in the light and in the dark. */
export const COLOURS = ['blue', 'teal', 'green', 'lime', 'yellow', 'orange', 'red', 'pink', 'grape', 'violet'] as const
export type Colour = (typeof COLOURS)[number]
