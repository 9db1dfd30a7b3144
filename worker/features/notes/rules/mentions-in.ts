import { searchKey } from '../../../kernel/text.ts'

type Member = { userId: string; name: string }

/** Who is named in a text as `@First` or `@First Last`, each once; the longest name that fits is the one meant. */
export function mentionsIn(text: string, members: readonly Member[]): string[] {
  const folded = searchKey(text)
  const byLength = members
    .flatMap(({ userId, name }) =>
      [name, name.split(' ')[0] ?? ''].map((called) => ({ userId, called: searchKey(called) })),
    )
    .filter(({ called }) => called !== '')
    .sort((a, b) => b.called.length - a.called.length)
  const named = Array.from(folded.matchAll(/(?<![\p{L}\p{N}])@/gu), ({ index }) => folded.slice(index + 1))
  const found = named.map((rest) =>
    byLength.find(({ called }) => rest.startsWith(called) && isEnd(rest.at(called.length))),
  )
  return [...new Set(found.flatMap((each) => (each ? [each.userId] : [])))]
}

const isEnd = (next: string | undefined) => next === undefined || !/[\p{L}\p{N}]/u.test(next)
