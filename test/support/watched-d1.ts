/** What happens to the n-th call to a database (the first is 1): it runs, is refused, or runs and its answer is lost. */
export type Fate = 'runs' | 'fails' | 'answer is lost'

type Watch = { calls: number; fate: (call: number) => Fate }

async function under<Answer>(watch: Watch, call: () => Promise<Answer>): Promise<Answer> {
  watch.calls += 1
  const fate = watch.fate(watch.calls)
  if (fate === 'fails') throw new Error('The database did not take the call.')
  const answer = await call()
  if (fate === 'answer is lost') throw new Error('The answer of the database was lost.')
  return answer
}

const real = Symbol('real')

function watchedStatement(statement: D1PreparedStatement, watch: Watch): D1PreparedStatement {
  return new Proxy(statement, {
    get(target, name) {
      if (name === (real as unknown)) return target
      if (name === 'bind') return (...values: unknown[]) => watchedStatement(target.bind(...values), watch)
      const method = Reflect.get(target, name)
      if (typeof method !== 'function') return method
      return (...values: unknown[]) => under(watch, () => method.apply(target, values))
    },
  })
}

/** A D1 database that counts its calls (a batch is one) and lets them fail on purpose. */
export function watchedD1(database: D1Database, fate: Watch['fate'] = () => 'runs') {
  const watch: Watch = { calls: 0, fate }
  const watched = new Proxy(database, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => watchedStatement(target.prepare(sql), watch)
      if (name === 'batch')
        return (statements: D1PreparedStatement[]) =>
          under(watch, () => target.batch(statements.map((statement) => Reflect.get(statement, real) ?? statement)))
      const member = Reflect.get(target, name)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
  return { database: watched, calls: () => watch.calls }
}
