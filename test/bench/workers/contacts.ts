/** The statement with which `contacts.list` reads the first page, and nothing around it. */
const PAGE = `
  select "office_id", "id", "name", "name_key", "household_id", "source", "version", "created_at", "archived_at"
  from "contacts" where ("contacts"."office_id" = ? and "contacts"."archived_at" is null)
  order by "contacts"."name_key" asc, "contacts"."id" asc limit ?`

/** Answers a page of contacts as bare as it can be done. */
export default {
  async fetch(request, env) {
    const officeId = new URL(request.url).searchParams.get('office')
    const { results } = await env.DB.prepare(PAGE).bind(officeId, 51).all()
    return Response.json(results)
  },
} satisfies ExportedHandler<{ DB: D1Database }>
