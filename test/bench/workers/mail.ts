const INSERT = `
  insert into "inbound" ("office_id", "id", "source", "source_key", "raw_key", "raw_bytes", "envelope_from",
    "envelope_to", "status", "message_id", "created_at") values (?, ?, 'generic', ?, ?, ?, '', '', 'stored', null, ?)`

/** Takes a mail in as barely as it can be done: one write to the files, one to the database. */
export default {
  async fetch(request, env) {
    const id = crypto.randomUUID()
    const bytes = Number(request.headers.get('content-length'))
    await env.FILES.put(id, request.body)
    await env.DB.prepare(INSERT).bind('office', id, id, id, bytes, Date.now()).run()
    return Response.json({ outcome: 'accepted' })
  },
} satisfies ExportedHandler<{ DB: D1Database; FILES: R2Bucket }>
