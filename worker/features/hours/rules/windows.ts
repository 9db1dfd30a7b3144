/** A stretch of a weekday (0 = Sunday), `HH:MM`; one that ends at or before its start ends on the next day. */
export type WeekWindow = { day: number; start: string; end: string }
/** A stretch of one date, `HH:MM` to `HH:MM`, `24:00` being the next midnight. */
export type DateWindow = [start: string, end: string]
