import type { Figure } from './figure.ts'
import type { Spread } from './spread.ts'

const HEAD = ['what', 'ours (median)', 'baseline (median)', 'ratio (IQR)', 'limit', 'verdict']

/** The figures as a Markdown table, and below it what has to be said about them. */
export function table(figures: Figure[]): string {
  const rows = figures.map(({ what, ours, baseline, ratio, limit, verdict }) => [
    what,
    ours,
    baseline,
    ratio ? ratioText(ratio) : '–',
    limit,
    verdict,
  ])
  const lines = [HEAD, HEAD.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  const notes = figures.flatMap((figure) => figure.notes.map((note) => `- ${figure.what}: ${note}`))
  return ['', ...lines, '', ...notes].join('\n')
}

const ratioText = ({ median, lower, upper }: Spread) => `${median.toFixed(2)} (${lower.toFixed(2)}–${upper.toFixed(2)})`
