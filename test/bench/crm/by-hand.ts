/** One question as somebody would write it by hand who knows the tables: its statements, with `?1` for the office. */
export type Statement = { sql: string; values: (string | number)[] }
export type Engine = 'sqlite' | 'postgres'

const PAGE = 51
const EACH = 6

const people = `select c.id, c.name, c.name_key, c.created_at, c.birthday, c.owner_id, c.last_contact_at, c.fields from contacts c`
const ofPage = (page: string, what: string) => `${what} in (${page})`

/** Fifty people of one member, since a day, those first who were heard of last, with addresses, tags and companies. */
export function list(office: string, owner: string, since: string | number): Statement[] {
  const where = `where c.office_id = ?1 and c.archived_at is null and c.last_contact_at >= ?2 and c.owner_id = ?3
    order by c.last_contact_at desc, c.id desc limit ${PAGE}`
  const ids = `select c.id from contacts c ${where}`
  const values = [office, since, owner]
  return [
    { sql: `${people} ${where}`, values },
    {
      sql: `select l.contact_id, a.id, a.kind, a.value, a.as_typed from contact_addresses l
        join addresses a on a.office_id = ?1 and a.id = l.address_id
        where l.office_id = ?1 and ${ofPage(ids, 'l.contact_id')}`,
      values,
    },
    {
      sql: `select g.record_id, t.name from taggings g join tags t on t.office_id = ?1 and t.id = g.tag_id
        where g.office_id = ?1 and g.record = 'contact' and ${ofPage(ids, 'g.record_id')}`,
      values,
    },
    {
      sql: `select j.contact_id, o.id, o.name from contact_companies j join companies o on o.office_id = ?1 and o.id = j.company_id
        where j.office_id = ?1 and ${ofPage(ids, 'j.contact_id')}`,
      values,
    },
  ]
}

/** One person with their addresses and the first page of their timeline. */
export const panel = (office: string, id: string): Statement[] => [
  { sql: 'select * from contacts where office_id = ?1 and id = ?2', values: [office, id] },
  {
    sql: `select a.id, a.kind, a.value, a.as_typed from contact_addresses l
      join addresses a on a.office_id = ?1 and a.id = l.address_id where l.office_id = ?1 and l.contact_id = ?2`,
    values: [office, id],
  },
  {
    sql: `select t.*, m.conversation_id from activities t left join messages m on m.office_id = ?1 and m.id = t.entity_id
      where t.office_id = ?1 and t.contact_id = ?2 order by t.at desc, t.id desc limit ${PAGE}`,
    values: [office, id],
  },
]

/** Six of each kind that hold the words, people by their names or, where `part` is w, by whatever they are found by. */
export function find(engine: Engine, office: string, words: string[], part: 'n' | 'w'): Statement[] {
  const tag = office.replaceAll('-', '').slice(-12)
  const sought = (kind: string, part: string) =>
    engine === 'sqlite'
      ? words.map((word) => `"${tag}${kind}${part}${word}"*`).join(' AND ')
      : words.map((word) => `'${tag}${kind}${part}${word}':*`).join(' & ')
  const isFound =
    engine === 'sqlite'
      ? '+e.office_id = ?1 and e.rowid in (select rowid from search_index where search_index match ?2)'
      : 'e.office_id = ?1 and search_tokens(e.office_id, e.record, e.name, e.words) @@ ?2::tsquery'
  const ids = (order: string) =>
    `select e.record_id from search_entries e where ${isFound} order by ${order} limit ${EACH}`
  const byAge = ids('e.at desc, e.record_id desc')
  const of = (kind: string, sql: string, part = 'w') => ({ sql, values: [office, sought(kind, part)] })
  return [
    of(
      'c',
      `select c.id, c.name, c.name_key, a.kind, a.as_typed from contacts c
        left join contact_addresses l on l.office_id = ?1 and l.contact_id = c.id
        left join addresses a on a.office_id = ?1 and a.id = l.address_id
        where c.office_id = ?1 and c.id in (${ids('e.name, e.record_id')})`,
      part,
    ),
    of('o', `select o.id, o.name from companies o where o.office_id = ?1 and o.id in (${byAge})`),
    of(
      'd',
      `select d.id, d.title, c.name from deals d left join contacts c on c.office_id = ?1 and c.id = d.contact_id
      where d.office_id = ?1 and d.id in (${byAge})`,
    ),
    of(
      't',
      `select t.id, t.title, t.due_on, t.done_at, c.name from tasks t
      left join contacts c on c.office_id = ?1 and c.id = t.contact_id where t.office_id = ?1 and t.id in (${byAge})`,
    ),
    of(
      'm',
      `select m.id, m.text, v.subject, v.last_from from messages m
      join conversations v on v.office_id = ?1 and v.id = m.conversation_id where m.office_id = ?1 and m.id in (${byAge})`,
    ),
    of('f', `select a.id, a.name from attachments a where a.office_id = ?1 and a.id in (${byAge})`),
  ]
}
