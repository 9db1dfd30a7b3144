/** A row of a file, from one byte to another: its cells, or why it cannot be read. */
export type FileRow = {
  start: number
  end: number
  cells: string[]
  /** A sentence for the member: what is wrong and what to do about it. */
  refusal: string | null
  /** Some of it was written in another encoding than the file. */
  isGuessed: boolean
}

/**
 * Takes the bytes of a file as they come and gives out its rows. `reopenAt`: what follows was passed over already, and
 * the file has to be read again from there.
 */
export type RowReader = {
  push(bytes: Uint8Array): FileRow[]
  end(): FileRow[]
  readonly reopenAt: number | null
}

/** No row of an office's customers is longer, and a thousand of them fit into memory. */
export const ROW_BYTES = 64 * 1024
/** How much of a row that cannot be read is shown. */
export const SHOWN_LENGTH = 300

export const TOO_LONG = `This row is longer than ${ROW_BYTES / 1024} KB. Shorten its longest cell in the file and import the row again.`
export const OPEN_QUOTE =
  'A quotation mark in this row is not closed, or has text behind it. Write the mark twice inside a cell, or remove it.'
