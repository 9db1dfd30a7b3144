const VOID: ReadonlySet<string> = new Set(
  'area base br col embed frame hr img input link meta param source track wbr'.split(' '),
)

/** Elements that end when another begins, as writers of mail leave their end tags out. */
const ENDED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    p: 'p div table ul ol dl h1 h2 h3 h4 h5 h6 blockquote pre hr section article',
    li: 'li',
    dt: 'dt dd',
    dd: 'dt dd',
    td: 'td th tr',
    th: 'td th tr',
    tr: 'tr',
    option: 'option',
  }).map(([name, enders]) => [name, new Set(enders.split(' '))]),
)

export const isVoidElement = (name: string) => VOID.has(name)

/**
 * The elements that are open at a place in HTML, each with a mark of the caller. An end tag that ends nothing is known
 * by a count and costs nothing, so that any text, however broken, is followed in linear time.
 */
export class OpenElements<Mark> {
  private readonly stack: { name: string; mark: Mark }[] = []
  private readonly counts = new Map<string, number>()
  private readonly onClose: (name: string, mark: Mark) => void

  constructor(onClose: (name: string, mark: Mark) => void) {
    this.onClose = onClose
  }

  get depth(): number {
    return this.stack.length
  }

  /** Ends what the beginning of `name` ends by itself. */
  makeRoomFor(name: string): void {
    for (let top = this.stack.at(-1); top !== undefined; top = this.stack.at(-1)) {
      if (!ENDED_BY.get(top.name)?.has(name)) return
      this.pop()
    }
  }

  push(name: string, mark: Mark): void {
    this.stack.push({ name, mark })
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1)
  }

  /** Ends the innermost `name` and what is open inside it; nothing when none is open. */
  close(name: string): void {
    if ((this.counts.get(name) ?? 0) === 0) return
    while (this.stack.length > 0 && this.pop() !== name) {}
  }

  closeAll(): void {
    while (this.stack.length > 0) this.pop()
  }

  private pop(): string | null {
    const top = this.stack.pop()
    if (top === undefined) return null
    this.counts.set(top.name, (this.counts.get(top.name) ?? 1) - 1)
    this.onClose(top.name, top.mark)
    return top.name
  }
}
