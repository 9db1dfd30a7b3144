/** Works through a list, so many at a time, in its order. A line of work ends early where `work` answers false. */
export async function sideBySide<Item>(
  items: readonly Item[],
  atATime: number,
  work: (item: Item) => Promise<unknown>,
) {
  const waiting = [...items]
  const line = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      if ((await work(next)) === false) return
  }
  await Promise.all(Array.from({ length: atATime }, line))
}
