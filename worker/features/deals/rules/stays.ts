type Move<By> = { id: string; stageName: string; at: Date; by: By }
export type Stay<By> = { id: string; stageName: string; since: Date; until: Date | null; by: By }

/** How long a deal was in each stage, from its moves with the last first; the last stay has no end yet. */
export const staysOf = <By>(moves: readonly Move<By>[]): Stay<By>[] =>
  moves.map(({ id, stageName, at, by }, n) => ({ id, stageName, since: at, until: moves[n - 1]?.at ?? null, by }))
