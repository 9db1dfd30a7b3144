/** So many units of a kind of resource, all for the whole time. */
export type Need = { kind: string; quantity: number }

/** What whoever books is asked. A choice has choices, a text none. */
export type Question = { key: string; label: string; kind: 'text' | 'choice'; isRequired: boolean; choices: string[] }
