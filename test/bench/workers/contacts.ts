/** The statement with which `contacts.list` reads its first page, and nothing around it. */
const PAGE = `
  select "contacts"."id", "contacts"."name", "contacts"."name_key", "contacts"."created_at",
    "addresses"."id", "addresses"."kind", "addresses"."value", "addresses"."as_typed"
  from "contacts"
  left join "contact_addresses"
    on ("contact_addresses"."office_id" = ? and "contact_addresses"."contact_id" = "contacts"."id")
  left join "addresses" on ("addresses"."office_id" = ? and "addresses"."id" = "contact_addresses"."address_id")
  where ("contacts"."office_id" = ? and "contacts"."id" in (
    select "id" from "contacts" where ("contacts"."office_id" = ? and "contacts"."archived_at" is null)
    order by "contacts"."name_key" asc, "contacts"."id" asc limit ?))
  order by coalesce("contacts"."name_key", ''), "contacts"."id" asc, "addresses"."kind" asc,
    "addresses"."created_at" asc, "addresses"."id" asc`
const LIMIT = 51

/** Answers a page of contacts as barely as it can be done. */
export default {
  async fetch(request, env) {
    const officeId = new URL(request.url).searchParams.get('office')
    const { results } = await env.DB.prepare(PAGE).bind(officeId, officeId, officeId, officeId, LIMIT).all()
    return Response.json(results)
  },
} satisfies ExportedHandler<{ DB: D1Database }>
