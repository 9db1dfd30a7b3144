import { describe, expect, it } from 'vitest'
import { officePositions } from '../../../db/guard/statement.ts'

const TABLES = new Set(['"contacts"', '"tasks"', '"deals"'])
const positions = (sql: string) => officePositions(sql, TABLES)
const CONTACTS = 'select "id" from "contacts" where'
const FOUND = 'select "rowid" from "search_index" where "search_index" match ? order by "rowid" desc limit 9'
const OURS = '"contacts"."office_id" = ?'

describe('the guard finds the values that must be the office’s id', () => {
  it.each([
    ['a question', `${CONTACTS} (${OURS} and "contacts"."id" = ?)`, [0]],
    ['one that comes late', `${CONTACTS} ("contacts"."id" = ? and (("contacts"."name" = ? or 1) and ${OURS}))`, [2]],
    ['a question with a limit', `${CONTACTS} ${OURS} order by "contacts"."name" desc limit ? offset ?`, [0]],
    [
      'a join that is of the same office',
      `select "x" from "contacts" inner join "tasks" on ("tasks"."office_id" = "contacts"."office_id" and "tasks"."id" = ?) where ${OURS}`,
      [1],
    ],
    [
      'a chain of joins, told from the other end',
      `select "x" from "contacts" inner join "tasks" on "contacts"."office_id" = "tasks"."office_id" left join "deals" on "deals"."office_id" = "tasks"."office_id" where "tasks"."office_id" = ?`,
      [0],
    ],
    ['a table by another name', 'select "x" from "contacts" "c" where "c"."office_id" = ?', [0]],
    [
      'a question within, of the same office as the one around it',
      `${CONTACTS} (${OURS} and exists (select 1 from "tasks" where ("tasks"."office_id" = "contacts"."office_id")))`,
      [0],
    ],
    [
      'a question among the columns',
      `select (select count(*) from "tasks" where "tasks"."office_id" = ?) from "contacts" where ${OURS}`,
      [0, 1],
    ],
    [
      'a list of values that was bound as one',
      `${CONTACTS} (${OURS} and "contacts"."id" in (select value from json_each(?)))`,
      [0],
    ],
    [
      'rows that the full-text index names, asked for their office without an index',
      `select "id" from "contacts" where +${OURS} and "contacts"."rowid" in (${FOUND})`,
      [0],
    ],
    ['a change', `update "contacts" set "name" = ?, "version" = ("version" + 1) where ${OURS} returning "id"`, [1]],
    ['a removal', `delete from "contacts" where (${OURS} and "contacts"."id" = ?)`, [0]],
    ['new rows', 'insert into "contacts" ("id", "office_id") values (?, ?), (null, ?) returning "id"', [1, 2]],
    [
      'new rows that may be there',
      'insert into "contacts" ("office_id", "id") values (?, ?) on conflict do nothing',
      [0],
    ],
    [
      'many rows that were bound as one list',
      `insert into "contacts" ("office_id", "id") select ?, json_extract(value, '$[1]') from json_each(?) where true`,
      [0],
    ],
    [
      'many rows of which some may be there',
      `insert into "contacts" ("id", "office_id") select json_extract(value, '$[0]'), ? from json_each(?) where true on conflict do nothing`,
      [0],
    ],
    [
      'the removal of many rows by keys of two columns',
      `delete from "contacts" where (${OURS} and ("contacts"."a", "contacts"."b") in (select json_extract(value, '$[0]'), json_extract(value, '$[1]') from json_each(?)))`,
      [0],
    ],
    [
      'new rows in the place of old ones',
      'insert into "contacts" ("office_id", "id", "n") values (?, ?, ?) on conflict ("office_id", "id") do update set "n" = ? where "contacts"."n" < ?',
      [0],
    ],
  ])('%s', (_, sql, expected) => {
    expect(new Set(positions(sql))).toEqual(new Set(expected))
  })
})

describe('the guard refuses', () => {
  it.each([
    [
      'many rows that name their office themselves',
      `insert into "contacts" ("office_id", "id") select json_extract(value, '$[0]'), ? from json_each(?) where true`,
    ],
    [
      'many rows out of a table',
      `insert into "contacts" ("office_id", "id") select ?, json_extract(value, '$[1]') from "tasks" where true`,
    ],
    [
      'many rows with a question among their columns',
      `insert into "contacts" ("office_id", "id") select ?, (select "id" from "tasks") from json_each(?) where true`,
    ],
    [
      'many rows that take the place of others',
      `insert into "contacts" ("office_id", "id") select ?, json_extract(value, '$[1]') from json_each(?) where true on conflict ("id") do update set "id" = 1`,
    ],
    [
      'many rows after which something follows',
      `insert into "contacts" ("office_id", "id") select ?, json_extract(value, '$[1]') from json_each(?) where true union select 1`,
    ],
    ['the full-text index by itself', FOUND],
    [
      'the full-text index for more than its numbers',
      `${CONTACTS} (${OURS} and 1 in (${FOUND.replace('"rowid"', '"tokens"')}))`,
    ],
    ['the full-text index joined', `select "x" from "contacts" inner join "search_index" on 1 where ${OURS}`],
    ['a match elsewhere', `${CONTACTS} (${OURS} and "contacts" match ?)`],
    ['a minus where a plus may stand', `${CONTACTS} -${OURS}`],
    ['a plus between two', `${CONTACTS} 1 + ${OURS}`],
    ['a comma join', `select "x" from "contacts", "tasks" where ${OURS}`],
    ['a second mention in a question within', `${CONTACTS} (${OURS} and "id" in (select "id" from "contacts"))`],
    ['a union', `${CONTACTS} ${OURS} union select "id" from "contacts"`],
    ['a not', `${CONTACTS} not (${OURS})`],
    ['a not without brackets', `${CONTACTS} not ${OURS}`],
    ['a trailing or', `${CONTACTS} ${OURS} or 1 = 1`],
    ['an or in brackets', `${CONTACTS} (${OURS} or "contacts"."id" = ?)`],
    ['a left join that is to narrow its left side', `select "x" from "contacts" left join "tasks" on ${OURS}`],
    [
      'a left join that narrows its left side through its right one',
      `select "x" from "contacts" left join "tasks" on ("tasks"."office_id" = ? and "contacts"."office_id" = "tasks"."office_id")`,
    ],
    ['a row that changes its office', `update "contacts" set "office_id" = ? where ${OURS}`],
    ['a row that changes its office in capitals', `update "contacts" set "OFFICE_ID" = ? where ${OURS}`],
    ['a row that changes its office as a text', `update "contacts" set 'office_id' = ? where ${OURS}`],
    [
      'an upsert by the bare id',
      'insert into "contacts" ("office_id", "id") values (?, ?) on conflict ("id") do update set "id" = ?',
    ],
    [
      'an upsert that changes the office',
      'insert into "contacts" ("office_id", "id") values (?, ?) on conflict ("office_id", "id") do update set "office_id" = ?',
    ],
    ['a comment before the name', `select "x" from /* */ "contacts" where ${OURS}`],
    ['a comment to the end', `${CONTACTS} "id" = ? -- and ${OURS}`],
    ['a schema prefix', `select "x" from "main"."contacts" where ${OURS}`],
  ])('%s', (_, sql) => {
    expect(() => positions(sql)).toThrow('The query was not run')
  })

  it.each([
    ['a bare id', `${CONTACTS} "contacts"."id" = ?`],
    ['everything', 'select "id" from "contacts"'],
    ['a change by a bare id', 'update "contacts" set "name" = ? where "contacts"."id" = ?'],
    ['a change of everything', 'update "contacts" set "name" = ?'],
    ['a removal by a bare id', 'delete from "contacts" where "contacts"."id" = ?'],
    ['a removal of everything', 'delete from "contacts"'],
    ['a forgotten side of a join', `select "x" from "contacts" inner join "tasks" on "tasks"."id" = ? where ${OURS}`],
    [
      'two tables of one office, of which nobody says which',
      'select "x" from "contacts" inner join "tasks" on "tasks"."office_id" = "contacts"."office_id"',
    ],
    ['a row without an office', 'insert into "contacts" ("id") values (?)'],
    ['a second row with a fixed office', `insert into "contacts" ("office_id") values (?), ('other')`],
    ['rows from a question', `insert into "contacts" ("office_id") select "office_id" from "contacts" where ${OURS}`],
    ['a replacement', 'insert or replace into "contacts" ("office_id") values (?)'],
    ['a change by another table', `update "contacts" set "n" = ? from "tasks" where ${OURS}`],
    ['a table that is not an office’s', 'select "x" from "users" where "users"."office_id" = ?'],
    ['a table in capitals', 'select "x" from "CONTACTS" where "CONTACTS"."office_id" = ?'],
    ['a table without quotes', `select "x" from contacts where ${OURS}`],
    ['a table behind “in”', `${CONTACTS} (${OURS} and "id" in "tasks")`],
    ['a table with a quote in its name', `select "x" from "contacts""tasks" where ${OURS}`],
    ['a list of rows in brackets', `select "x" from ("contacts") where ${OURS}`],
    ['a between that swallows the and', `${CONTACTS} 1 between 0 and ${OURS}`],
    ['a case that swallows the and', `${CONTACTS} case when 0 and ${OURS} and 0 then 0 else 1 end`],
    ['a comparison that goes on', `${CONTACTS} ${OURS} = ?`],
    ['an office that is compared with itself', `${CONTACTS} "contacts"."office_id" = "contacts"."office_id"`],
    ['a table inside that is pinned only outside', `${CONTACTS} (${OURS} and exists (select 1 from "contacts"))`],
    ['one name for two tables', `select "x" from "contacts" inner join "tasks" "contacts" on 1 where ${OURS}`],
    ['a numbered value', `${CONTACTS} "contacts"."office_id" = ?1`],
    ['two statements', `${CONTACTS} ${OURS}; delete from "contacts"`],
    ['a pragma', 'pragma foreign_keys = 0'],
    ['a question that names its parts', `with "c" as (select 1 from "contacts") select 1 from "c"`],
    ['brackets that do not match', `${CONTACTS} ${OURS})`],
    ['brackets that stay open', `${CONTACTS} (${OURS}`],
    ['nothing', ''],
  ])('%s', (_, sql) => {
    expect(() => positions(sql)).toThrow('The query was not run')
  })
})
