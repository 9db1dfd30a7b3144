CREATE TABLE "search_entries" (
	"office_id" text NOT NULL,
	"record" text NOT NULL,
	"record_id" text NOT NULL,
	"name" text NOT NULL,
	"words" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "search_entries_office_id_record_record_id_pk" PRIMARY KEY("office_id","record","record_id")
);
--> statement-breakpoint
CREATE TABLE "search_held" (
	"office_id" text NOT NULL,
	CONSTRAINT "search_held_office_id_pk" PRIMARY KEY("office_id")
);
--> statement-breakpoint
CREATE TABLE "search_marks" (
	"office_id" text NOT NULL,
	"record" text NOT NULL,
	"record_id" text NOT NULL,
	CONSTRAINT "search_marks_office_id_record_record_id_pk" PRIMARY KEY("office_id","record","record_id")
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "text_key" text DEFAULT '' NOT NULL;
--> statement-breakpoint
-- From here on written by hand, and in the same steps for both databases.
CREATE FUNCTION search_split(t text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  select translate(t, E'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~\t\n\r\u00a0\u2028\u3000’‘“”„–—…«»·•€£', repeat(' ', 52))
$$;
--> statement-breakpoint
CREATE FUNCTION search_fold(t text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  select lower(translate(t, 'áàâäãåāăąçćčďéèêëēėęěğíìîïīįñńňóòôöõōőřśšşșťțúùûüūůűųýÿźżžÁÀÂÄÃÅĀĂĄÇĆČĎÉÈÊËĒĖĘĚĞÍÌÎÏĪĮÑŃŇÓÒÔÖÕŌŐŘŚŠŞȘŤȚÚÙÛÜŪŮŰŲÝŸŹŻŽÆŁØĐŒÞÐ', 'aaaaaaaaacccdeeeeeeeegiiiiiinnnooooooorssssttuuuuuuuuyyzzzaaaaaaaaacccdeeeeeeeegiiiiiinnnooooooorssssttuuuuuuuuyyzzzæłøđœþð'))
$$;
--> statement-breakpoint
-- What the words of each kind of record are. What code did not fold is folded here, as far as Latin letters go.
CREATE VIEW "search_contacts" AS select r.office_id, r.id, search_split(r.name_key) as name, search_split(concat_ws(' ', r.name_key, search_fold((select string_agg(case a.kind when 'phone' then (select string_agg(substr(replace(a.value, '+', ''), n), ' ') from generate_series(1, 12) n) else a.value end, ' ' order by l.address_id)
      from contact_addresses l join addresses a on a.office_id = l.office_id and a.id = l.address_id
      where l.office_id = r.office_id and l.contact_id = r.id)), search_fold((select string_agg(o.name_key, ' ' order by l.company_id) from contact_companies l
      join companies o on o.office_id = l.office_id and o.id = l.company_id and o.archived_at is null
      where l.office_id = r.office_id and l.contact_id = r.id)), search_fold((select string_agg(g.name_key, ' ' order by l.tag_id) from taggings l join tags g on g.office_id = l.office_id and g.id = l.tag_id
      where l.office_id = r.office_id and l.record = 'contact' and l.record_id = r.id)), search_fold((select string_agg(case f.kind when 'choice' then
        (select o ->> 'label' from jsonb_array_elements(f.options) o where o ->> 'id' = v.value) else v.value end, ' ' order by v.key)
      from jsonb_each_text(r.fields) v join custom_fields f on f.office_id = r.office_id and f.id = v.key and f.archived_at is null
      where f.kind in ('text', 'number', 'date', 'link', 'choice'))))) as words, r.created_at as at
  from contacts r where r.archived_at is null;
--> statement-breakpoint
CREATE VIEW "search_companies" AS select r.office_id, r.id, search_split(r.name_key) as name, search_split(concat_ws(' ', r.name_key, search_fold(r.website), search_fold((select string_agg(case a.kind when 'phone' then (select string_agg(substr(replace(a.value, '+', ''), n), ' ') from generate_series(1, 12) n) else a.value end, ' ' order by l.address_id)
      from company_addresses l join addresses a on a.office_id = l.office_id and a.id = l.address_id
      where l.office_id = r.office_id and l.company_id = r.id)), search_fold((select string_agg(case f.kind when 'choice' then
        (select o ->> 'label' from jsonb_array_elements(f.options) o where o ->> 'id' = v.value) else v.value end, ' ' order by v.key)
      from jsonb_each_text(r.fields) v join custom_fields f on f.office_id = r.office_id and f.id = v.key and f.archived_at is null
      where f.kind in ('text', 'number', 'date', 'link', 'choice'))))) as words, r.created_at as at
  from companies r where r.archived_at is null;
--> statement-breakpoint
CREATE VIEW "search_deals" AS select r.office_id, r.id, '' as name, search_split(concat_ws(' ', r.title_key, search_fold((select string_agg(case f.kind when 'choice' then
        (select o ->> 'label' from jsonb_array_elements(f.options) o where o ->> 'id' = v.value) else v.value end, ' ' order by v.key)
      from jsonb_each_text(r.fields) v join custom_fields f on f.office_id = r.office_id and f.id = v.key and f.archived_at is null
      where f.kind in ('text', 'number', 'date', 'link', 'choice'))))) as words, r.created_at as at
  from deals r where r.archived_at is null;
--> statement-breakpoint
CREATE VIEW "search_tasks" AS select r.office_id, r.id, '' as name, search_split(concat_ws(' ', r.title_key, search_fold((select string_agg(case f.kind when 'choice' then
        (select o ->> 'label' from jsonb_array_elements(f.options) o where o ->> 'id' = v.value) else v.value end, ' ' order by v.key)
      from jsonb_each_text(r.fields) v join custom_fields f on f.office_id = r.office_id and f.id = v.key and f.archived_at is null
      where f.kind in ('text', 'number', 'date', 'link', 'choice'))))) as words, r.created_at as at
  from tasks r where r.archived_at is null;
--> statement-breakpoint
CREATE VIEW "search_contacts_names" AS select office_id, id, search_split(name_key) as name, '' as words, created_at as at from contacts where archived_at is null;
--> statement-breakpoint
CREATE VIEW "search_companies_names" AS select office_id, id, search_split(name_key) as name, '' as words, created_at as at from companies where archived_at is null;
--> statement-breakpoint
CREATE VIEW "search_messages" AS select office_id, id, '' as name, text_key as words, at from messages;
--> statement-breakpoint
CREATE VIEW "search_attachments" AS select r.office_id, r.id, '' as name, search_split(concat_ws(' ', '', search_fold(r.name))) as words, m.at as at
  from attachments r join messages m on m.office_id = r.office_id and m.id = r.message_id;
--> statement-breakpoint
CREATE VIEW "search_files" AS select r.office_id, r.id, '' as name, search_split(concat_ws(' ', r.name_key)) as words, r.created_at as at
  from files r where r.archived_at is null;
--> statement-breakpoint
-- The tokens of an entry. A token is a word behind a tag of its office, the kind of record and what kind of word it is, so
-- that no office’s search walks through the words of another: all words of a record (w). A name has an entry of its own,
-- so that a new address does not write it anew: its words (n), the ends of its words (e, for what stands within one), and
-- the beginning of each word as it is and with a letter left out (s, as slipsOf() does).
CREATE FUNCTION search_tokens(office_id text, record text, name text, words text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 10000 AS $$
declare
  tag text := right(replace(office_id, '-', ''), 12) || case record when 'contact' then 'c' when 'contact_name' then 'c' when 'company' then 'o' when 'company_name' then 'o' when 'deal' then 'd' when 'task' then 't' when 'message' then 'm' else 'f' end;
  tokens text[] := '{}';
  w text;
begin
  if record not like '%name' then
    foreach w in array string_to_array(words, ' ') loop tokens := tokens || (tag || 'w' || left(w, 40)); end loop;
    return array_to_tsvector(tokens);
  end if;
  foreach w in array string_to_array(name, ' ') loop
    tokens := tokens || (tag || 'n' || left(w, 40));
    continue when length(w) < 4;
    for i in 1..least(length(w) - 4, 16) loop tokens := tokens || (tag || 'e' || substr(w, i + 1, 40)); end loop;
    for i in 1..least(length(w), 7) + 1 loop
      tokens := tokens || (tag || 's' || substr(w, 1, i - 1) || substr(w, i + 1, greatest(0, 7 - i)));
    end loop;
  end loop;
  return array_to_tsvector(tokens);
end $$;
--> statement-breakpoint
CREATE INDEX "search_entries_tokens" ON "search_entries" USING gin (search_tokens(office_id, record, name, words)) WITH (fastupdate = off);
--> statement-breakpoint
-- What was there before. Messages are folded here once; from now on code does it.
UPDATE "messages" SET "text_key" = search_split(search_fold(subject || ' ' || text));
--> statement-breakpoint
INSERT INTO "search_entries" select office_id, 'contact', id, name, words, at from search_contacts;
--> statement-breakpoint
INSERT INTO "search_entries" select office_id, 'contact_name', id, name, words, at from search_contacts_names;
--> statement-breakpoint
INSERT INTO "search_entries" select office_id, 'company', id, name, words, at from search_companies;
--> statement-breakpoint
INSERT INTO "search_entries" select office_id, 'company_name', id, name, words, at from search_companies_names;
--> statement-breakpoint
INSERT INTO "search_entries" select office_id, 'deal', id, name, words, at from search_deals;
--> statement-breakpoint
INSERT INTO "search_entries" select office_id, 'task', id, name, words, at from search_tasks;
--> statement-breakpoint
INSERT INTO "search_entries" select office_id, 'message', id, name, words, at from search_messages;
--> statement-breakpoint
INSERT INTO "search_entries" select office_id, 'attachment', id, name, words, at from search_attachments;
--> statement-breakpoint
INSERT INTO "search_entries" select office_id, 'file', id, name, words, at from search_files;
--> statement-breakpoint
-- An entry is written anew.
CREATE FUNCTION search_write(o text, r text, i text) RETURNS void LANGUAGE plpgsql AS $$ begin
  delete from search_entries where office_id = o and record = r and record_id = i;
  if r = 'contact' then insert into search_entries select office_id, 'contact', id, name, words, at from search_contacts where office_id = o and id = i;
  elsif r = 'contact_name' then insert into search_entries select office_id, 'contact_name', id, name, words, at from search_contacts_names where office_id = o and id = i;
  elsif r = 'company' then insert into search_entries select office_id, 'company', id, name, words, at from search_companies where office_id = o and id = i;
  elsif r = 'company_name' then insert into search_entries select office_id, 'company_name', id, name, words, at from search_companies_names where office_id = o and id = i;
  elsif r = 'deal' then insert into search_entries select office_id, 'deal', id, name, words, at from search_deals where office_id = o and id = i;
  elsif r = 'task' then insert into search_entries select office_id, 'task', id, name, words, at from search_tasks where office_id = o and id = i;
  elsif r = 'message' then insert into search_entries select office_id, 'message', id, name, words, at from search_messages where office_id = o and id = i;
  elsif r = 'attachment' then insert into search_entries select office_id, 'attachment', id, name, words, at from search_attachments where office_id = o and id = i;
  elsif r = 'file' then insert into search_entries select office_id, 'file', id, name, words, at from search_files where office_id = o and id = i;
  end if;
end $$;
--> statement-breakpoint
-- Whoever changes what a record is found by says so here. Its entry is written anew at once, or, while the office stands in
-- "search_held", once for all its changes when it leaves: an import links a person to five addresses.
CREATE FUNCTION search_refresh(o text, r text, i text) RETURNS void LANGUAGE plpgsql AS $$ begin
  if exists (select 1 from search_held where office_id = o) then insert into search_marks values (o, r, i) on conflict do nothing;
  else perform search_write(o, r, i); end if;
end $$;
--> statement-breakpoint
CREATE FUNCTION search_released() RETURNS trigger LANGUAGE plpgsql AS $$ begin
  perform search_write(office_id, record, record_id) from search_marks where office_id = old.office_id;
  delete from search_marks where office_id = old.office_id;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER "search_release" AFTER DELETE ON "search_held" FOR EACH ROW EXECUTE FUNCTION search_released();
--> statement-breakpoint
CREATE FUNCTION search_row_changed() RETURNS trigger LANGUAGE plpgsql AS $$
declare kind text;
begin
  foreach kind in array tg_argv loop
    if tg_op = 'DELETE' then perform search_refresh(old.office_id, kind, old.id);
    else perform search_refresh(new.office_id, kind, new.id); end if;
  end loop;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER "search_contacts_insert" AFTER INSERT OR DELETE ON "contacts" FOR EACH ROW EXECUTE FUNCTION search_row_changed('contact', 'contact_name');
--> statement-breakpoint
CREATE TRIGGER "search_contacts_rename" AFTER UPDATE OF name_key, archived_at ON "contacts" FOR EACH ROW WHEN (old.name_key is distinct from new.name_key or old.archived_at is distinct from new.archived_at) EXECUTE FUNCTION search_row_changed('contact_name');
--> statement-breakpoint
CREATE TRIGGER "search_contacts_update" AFTER UPDATE OF name_key, fields, archived_at ON "contacts" FOR EACH ROW WHEN (old.name_key is distinct from new.name_key or old.fields is distinct from new.fields or old.archived_at is distinct from new.archived_at) EXECUTE FUNCTION search_row_changed('contact');
--> statement-breakpoint
CREATE TRIGGER "search_companies_insert" AFTER INSERT OR DELETE ON "companies" FOR EACH ROW EXECUTE FUNCTION search_row_changed('company', 'company_name');
--> statement-breakpoint
CREATE TRIGGER "search_companies_rename" AFTER UPDATE OF name_key, archived_at ON "companies" FOR EACH ROW WHEN (old.name_key is distinct from new.name_key or old.archived_at is distinct from new.archived_at) EXECUTE FUNCTION search_row_changed('company_name');
--> statement-breakpoint
CREATE TRIGGER "search_companies_update" AFTER UPDATE OF name_key, website, fields, archived_at ON "companies" FOR EACH ROW WHEN (old.name_key is distinct from new.name_key or old.website is distinct from new.website or old.fields is distinct from new.fields or old.archived_at is distinct from new.archived_at) EXECUTE FUNCTION search_row_changed('company');
--> statement-breakpoint
CREATE TRIGGER "search_deals_insert" AFTER INSERT OR DELETE ON "deals" FOR EACH ROW EXECUTE FUNCTION search_row_changed('deal');
--> statement-breakpoint
CREATE TRIGGER "search_deals_update" AFTER UPDATE OF title_key, fields, archived_at ON "deals" FOR EACH ROW WHEN (old.title_key is distinct from new.title_key or old.fields is distinct from new.fields or old.archived_at is distinct from new.archived_at) EXECUTE FUNCTION search_row_changed('deal');
--> statement-breakpoint
CREATE TRIGGER "search_tasks_insert" AFTER INSERT OR DELETE ON "tasks" FOR EACH ROW EXECUTE FUNCTION search_row_changed('task');
--> statement-breakpoint
CREATE TRIGGER "search_tasks_update" AFTER UPDATE OF title_key, fields, archived_at ON "tasks" FOR EACH ROW WHEN (old.title_key is distinct from new.title_key or old.fields is distinct from new.fields or old.archived_at is distinct from new.archived_at) EXECUTE FUNCTION search_row_changed('task');
--> statement-breakpoint
CREATE TRIGGER "search_messages_insert" AFTER INSERT OR DELETE ON "messages" FOR EACH ROW EXECUTE FUNCTION search_row_changed('message');
--> statement-breakpoint
CREATE TRIGGER "search_messages_update" AFTER UPDATE OF text_key ON "messages" FOR EACH ROW WHEN (old.text_key is distinct from new.text_key) EXECUTE FUNCTION search_row_changed('message');
--> statement-breakpoint
CREATE TRIGGER "search_attachments_insert" AFTER INSERT OR DELETE ON "attachments" FOR EACH ROW EXECUTE FUNCTION search_row_changed('attachment');
--> statement-breakpoint
CREATE TRIGGER "search_attachments_update" AFTER UPDATE OF name ON "attachments" FOR EACH ROW WHEN (old.name is distinct from new.name) EXECUTE FUNCTION search_row_changed('attachment');
--> statement-breakpoint
CREATE TRIGGER "search_files_insert" AFTER INSERT OR DELETE ON "files" FOR EACH ROW EXECUTE FUNCTION search_row_changed('file');
--> statement-breakpoint
CREATE TRIGGER "search_files_update" AFTER UPDATE OF name_key, archived_at ON "files" FOR EACH ROW WHEN (old.name_key is distinct from new.name_key or old.archived_at is distinct from new.archived_at) EXECUTE FUNCTION search_row_changed('file');
--> statement-breakpoint
-- What hangs on a record concerns it only while it has an entry, which one in the trash has not.
CREATE FUNCTION search_contact_addresses_changed() RETURNS trigger LANGUAGE plpgsql AS $$ begin
  if tg_op <> 'INSERT' then perform search_refresh(office_id, record, record_id) from search_entries where office_id = old.office_id and record = 'contact' and record_id = old.contact_id; end if;
  if tg_op <> 'DELETE' then perform search_refresh(office_id, record, record_id) from search_entries where office_id = new.office_id and record = 'contact' and record_id = new.contact_id; end if;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER "search_contact_addresses_change" AFTER INSERT OR UPDATE OR DELETE ON "contact_addresses" FOR EACH ROW EXECUTE FUNCTION search_contact_addresses_changed();
--> statement-breakpoint
CREATE FUNCTION search_company_addresses_changed() RETURNS trigger LANGUAGE plpgsql AS $$ begin
  if tg_op <> 'INSERT' then perform search_refresh(office_id, record, record_id) from search_entries where office_id = old.office_id and record = 'company' and record_id = old.company_id; end if;
  if tg_op <> 'DELETE' then perform search_refresh(office_id, record, record_id) from search_entries where office_id = new.office_id and record = 'company' and record_id = new.company_id; end if;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER "search_company_addresses_change" AFTER INSERT OR UPDATE OR DELETE ON "company_addresses" FOR EACH ROW EXECUTE FUNCTION search_company_addresses_changed();
--> statement-breakpoint
CREATE FUNCTION search_contact_companies_changed() RETURNS trigger LANGUAGE plpgsql AS $$ begin
  if tg_op <> 'INSERT' then perform search_refresh(office_id, record, record_id) from search_entries where office_id = old.office_id and record = 'contact' and record_id = old.contact_id; end if;
  if tg_op <> 'DELETE' then perform search_refresh(office_id, record, record_id) from search_entries where office_id = new.office_id and record = 'contact' and record_id = new.contact_id; end if;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER "search_contact_companies_change" AFTER INSERT OR UPDATE OR DELETE ON "contact_companies" FOR EACH ROW EXECUTE FUNCTION search_contact_companies_changed();
--> statement-breakpoint
CREATE FUNCTION search_taggings_changed() RETURNS trigger LANGUAGE plpgsql AS $$ begin
  if tg_op = 'DELETE' then perform search_refresh(office_id, record, record_id) from search_entries where office_id = old.office_id and record = 'contact' and record_id = old.record_id;
  else perform search_refresh(office_id, record, record_id) from search_entries where office_id = new.office_id and record = 'contact' and record_id = new.record_id; end if;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER "search_taggings_change" AFTER INSERT OR DELETE ON "taggings" FOR EACH ROW EXECUTE FUNCTION search_taggings_changed();
--> statement-breakpoint
CREATE FUNCTION search_addresses_changed() RETURNS trigger LANGUAGE plpgsql AS $$ begin
  perform search_refresh(office_id, record, record_id) from search_entries where office_id = new.office_id and record = 'contact' and record_id in (select contact_id from contact_addresses where office_id = new.office_id and address_id = new.id);
  perform search_refresh(office_id, record, record_id) from search_entries where office_id = new.office_id and record = 'company' and record_id in (select company_id from company_addresses where office_id = new.office_id and address_id = new.id);
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER "search_addresses_update" AFTER UPDATE OF kind, value ON "addresses" FOR EACH ROW WHEN (old.kind is distinct from new.kind or old.value is distinct from new.value) EXECUTE FUNCTION search_addresses_changed();
--> statement-breakpoint
CREATE FUNCTION search_people_changed() RETURNS trigger LANGUAGE plpgsql AS $$ begin
  perform search_refresh(office_id, record, record_id) from search_entries where office_id = new.office_id and record = 'contact' and record_id in (select contact_id from contact_companies where office_id = new.office_id and company_id = new.id);
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER "search_companies_people" AFTER UPDATE OF name_key, archived_at ON "companies" FOR EACH ROW WHEN (old.name_key is distinct from new.name_key or old.archived_at is distinct from new.archived_at) EXECUTE FUNCTION search_people_changed();
--> statement-breakpoint
CREATE FUNCTION search_tags_changed() RETURNS trigger LANGUAGE plpgsql AS $$ begin
  perform search_refresh(office_id, record, record_id) from search_entries where office_id = new.office_id and record = 'contact' and record_id in (select record_id from taggings where office_id = new.office_id and tag_id = new.id and record = 'contact');
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER "search_tags_update" AFTER UPDATE OF name_key ON "tags" FOR EACH ROW WHEN (old.name_key is distinct from new.name_key) EXECUTE FUNCTION search_tags_changed();
--> statement-breakpoint
CREATE FUNCTION search_custom_fields_changed() RETURNS trigger LANGUAGE plpgsql AS $$
declare f custom_fields;
begin
  if tg_op = 'DELETE' then f := old; else f := new; end if;
  perform search_refresh(x.office_id, 'contact', x.id) from contacts x where f.record = 'contact' and x.office_id = f.office_id and x.archived_at is null and x.fields ? f.id;
  perform search_refresh(x.office_id, 'company', x.id) from companies x where f.record = 'company' and x.office_id = f.office_id and x.archived_at is null and x.fields ? f.id;
  perform search_refresh(x.office_id, 'deal', x.id) from deals x where f.record = 'deal' and x.office_id = f.office_id and x.archived_at is null and x.fields ? f.id;
  perform search_refresh(x.office_id, 'task', x.id) from tasks x where f.record = 'task' and x.office_id = f.office_id and x.archived_at is null and x.fields ? f.id;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER "search_custom_fields_insert" AFTER INSERT OR DELETE ON "custom_fields" FOR EACH ROW EXECUTE FUNCTION search_custom_fields_changed();
--> statement-breakpoint
CREATE TRIGGER "search_custom_fields_update" AFTER UPDATE OF kind, options, archived_at ON "custom_fields" FOR EACH ROW WHEN (old.kind is distinct from new.kind or old.options is distinct from new.options or old.archived_at is distinct from new.archived_at) EXECUTE FUNCTION search_custom_fields_changed();
