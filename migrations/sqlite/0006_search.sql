CREATE TABLE `search_entries` (
	`office_id` text NOT NULL,
	`record` text NOT NULL,
	`record_id` text NOT NULL,
	`name` text NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `record`, `record_id`)
);
--> statement-breakpoint
CREATE TABLE `search_held` (
	`office_id` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `search_marks` (
	`office_id` text NOT NULL,
	`record` text NOT NULL,
	`record_id` text NOT NULL,
	PRIMARY KEY(`office_id`, `record`, `record_id`)
);
--> statement-breakpoint
ALTER TABLE `messages` ADD `text_key` text DEFAULT '' NOT NULL;
--> statement-breakpoint
-- From here on written by hand, and in the same steps for both databases.
-- The full-text index holds the tokens of each entry and nothing else: a token is a word behind a tag of its office, the
-- kind of record and what kind of word it is, so that no office’s search walks through the words of another. A virtual
-- table is left out by the export of D1: README says what to do then.
CREATE VIRTUAL TABLE `search_index` USING fts5(tokens, content='', contentless_delete=1, detail=none, tokenize='ascii');
--> statement-breakpoint
-- What the words of each kind of record are, before they are parted and what code did not fold is folded.
CREATE VIEW `search_contacts` AS select r.office_id, r.id, r.name_key as name, r.name_key || ' ' || lower(coalesce((select group_concat(case a.kind when 'phone' then replace(a.value, '+', '') || ' ' || substr(replace(a.value, '+', ''), 2) || ' ' || substr(replace(a.value, '+', ''), 3) || ' ' || substr(replace(a.value, '+', ''), 4) || ' ' || substr(replace(a.value, '+', ''), 5) || ' ' || substr(replace(a.value, '+', ''), 6) || ' ' || substr(replace(a.value, '+', ''), 7) || ' ' || substr(replace(a.value, '+', ''), 8) || ' ' || substr(replace(a.value, '+', ''), 9) || ' ' || substr(replace(a.value, '+', ''), 10) || ' ' || substr(replace(a.value, '+', ''), 11) || ' ' || substr(replace(a.value, '+', ''), 12) else a.value end, ' ' order by l.address_id)
      from contact_addresses l join addresses a on a.office_id = l.office_id and a.id = l.address_id
      where l.office_id = r.office_id and l.contact_id = r.id), '') || ' ' || coalesce((select group_concat(o.name_key, ' ' order by l.company_id) from contact_companies l
      join companies o on o.office_id = l.office_id and o.id = l.company_id and o.archived_at is null
      where l.office_id = r.office_id and l.contact_id = r.id), '') || ' ' || coalesce((select group_concat(g.name_key, ' ' order by l.tag_id) from taggings l join tags g on g.office_id = l.office_id and g.id = l.tag_id
      where l.office_id = r.office_id and l.record = 'contact' and l.record_id = r.id), '') || ' ' || coalesce((select group_concat(case f.kind when 'choice' then
        (select o.value ->> 'label' from json_each(f.options) o where o.value ->> 'id' = v.value) else v.value end, ' ' order by v.key)
      from json_each(r.fields) v join custom_fields f on f.office_id = r.office_id and f.id = v.key and f.archived_at is null
      where f.kind in ('text', 'number', 'date', 'link', 'choice')), '')) as words, r.created_at as at
  from contacts r where r.archived_at is null;
--> statement-breakpoint
CREATE VIEW `search_companies` AS select r.office_id, r.id, r.name_key as name, r.name_key || ' ' || lower(coalesce(r.website, '') || ' ' || coalesce((select group_concat(case a.kind when 'phone' then replace(a.value, '+', '') || ' ' || substr(replace(a.value, '+', ''), 2) || ' ' || substr(replace(a.value, '+', ''), 3) || ' ' || substr(replace(a.value, '+', ''), 4) || ' ' || substr(replace(a.value, '+', ''), 5) || ' ' || substr(replace(a.value, '+', ''), 6) || ' ' || substr(replace(a.value, '+', ''), 7) || ' ' || substr(replace(a.value, '+', ''), 8) || ' ' || substr(replace(a.value, '+', ''), 9) || ' ' || substr(replace(a.value, '+', ''), 10) || ' ' || substr(replace(a.value, '+', ''), 11) || ' ' || substr(replace(a.value, '+', ''), 12) else a.value end, ' ' order by l.address_id)
      from company_addresses l join addresses a on a.office_id = l.office_id and a.id = l.address_id
      where l.office_id = r.office_id and l.company_id = r.id), '') || ' ' || coalesce((select group_concat(case f.kind when 'choice' then
        (select o.value ->> 'label' from json_each(f.options) o where o.value ->> 'id' = v.value) else v.value end, ' ' order by v.key)
      from json_each(r.fields) v join custom_fields f on f.office_id = r.office_id and f.id = v.key and f.archived_at is null
      where f.kind in ('text', 'number', 'date', 'link', 'choice')), '')) as words, r.created_at as at
  from companies r where r.archived_at is null;
--> statement-breakpoint
CREATE VIEW `search_deals` AS select r.office_id, r.id, '' as name, r.title_key || ' ' || lower(coalesce((select group_concat(case f.kind when 'choice' then
        (select o.value ->> 'label' from json_each(f.options) o where o.value ->> 'id' = v.value) else v.value end, ' ' order by v.key)
      from json_each(r.fields) v join custom_fields f on f.office_id = r.office_id and f.id = v.key and f.archived_at is null
      where f.kind in ('text', 'number', 'date', 'link', 'choice')), '')) as words, r.created_at as at
  from deals r where r.archived_at is null;
--> statement-breakpoint
CREATE VIEW `search_tasks` AS select r.office_id, r.id, '' as name, r.title_key || ' ' || lower(coalesce((select group_concat(case f.kind when 'choice' then
        (select o.value ->> 'label' from json_each(f.options) o where o.value ->> 'id' = v.value) else v.value end, ' ' order by v.key)
      from json_each(r.fields) v join custom_fields f on f.office_id = r.office_id and f.id = v.key and f.archived_at is null
      where f.kind in ('text', 'number', 'date', 'link', 'choice')), '')) as words, r.created_at as at
  from tasks r where r.archived_at is null;
--> statement-breakpoint
CREATE VIEW `search_contacts_names` AS select office_id, id, name_key as name, '' as words, created_at as at from contacts where archived_at is null;
--> statement-breakpoint
CREATE VIEW `search_companies_names` AS select office_id, id, name_key as name, '' as words, created_at as at from companies where archived_at is null;
--> statement-breakpoint
CREATE VIEW `search_messages` AS select office_id, id, '' as name, text_key as words, at from messages;
--> statement-breakpoint
CREATE VIEW `search_attachments` AS select r.office_id, r.id, '' as name, '' || ' ' || lower(coalesce(r.name, '')) as words, m.at as at
  from attachments r join messages m on m.office_id = r.office_id and m.id = r.message_id;
--> statement-breakpoint
CREATE VIEW `search_files` AS select r.office_id, r.id, '' as name, r.name_key as words, r.created_at as at
  from files r where r.archived_at is null;
--> statement-breakpoint
-- The tokens of an entry: all words of a record (w). A name has an entry of its own, so that a new address does not write
-- it anew: its words (n), the ends of its words (e, for what stands within one), and the beginning of each word as it is
-- and with a letter left out (s, as slipsOf() does).
CREATE VIEW `search_tokens` AS select entry, case when record not like '%name' then tag || 'w' || replace(words, ' ', ' ' || tag || 'w') else
    tag || 'n' || replace(name, ' ', ' ' || tag || 'n') ||
    coalesce((select group_concat(
        case when i.value > length(w.value) - 4 then '' else ' ' || tag || 'e' || substr(w.value, i.value + 1) end ||
        case when i.value > min(length(w.value), 7) + 1 then '' else
          ' ' || tag || 's' || substr(w.value, 1, i.value - 1) || substr(w.value, i.value + 1, max(0, 7 - i.value)) end, '')
      from json_each(replace(json_array(name), ' ', '","')) w, json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16]') i
      where length(w.value) >= 4 and i.value <= max(length(w.value) - 4, min(length(w.value), 7) + 1)), '') end as tokens
  from (select rowid as entry, record, substr(replace(office_id, '-', ''), -12) || case record when 'contact' then 'c' when 'contact_name' then 'c' when 'company' then 'o' when 'company_name' then 'o' when 'deal' then 'd' when 'task' then 't' when 'message' then 'm' else 'f' end as tag, name, words from search_entries);
--> statement-breakpoint
CREATE TRIGGER `search_entries_delete` AFTER DELETE ON `search_entries` BEGIN
  delete from search_index where rowid = old.rowid;
END;
--> statement-breakpoint
-- What was there before. Messages are folded here once, as far as Latin letters go; from now on code does it.
UPDATE `messages` SET `text_key` = lower(subject || ' ' || text);
--> statement-breakpoint
INSERT INTO `search_entries` select office_id, 'contact', id, name, words, at from search_contacts;
--> statement-breakpoint
INSERT INTO `search_entries` select office_id, 'contact_name', id, name, words, at from search_contacts_names;
--> statement-breakpoint
INSERT INTO `search_entries` select office_id, 'company', id, name, words, at from search_companies;
--> statement-breakpoint
INSERT INTO `search_entries` select office_id, 'company_name', id, name, words, at from search_companies_names;
--> statement-breakpoint
INSERT INTO `search_entries` select office_id, 'deal', id, name, words, at from search_deals;
--> statement-breakpoint
INSERT INTO `search_entries` select office_id, 'task', id, name, words, at from search_tasks;
--> statement-breakpoint
INSERT INTO `search_entries` select office_id, 'message', id, name, words, at from search_messages;
--> statement-breakpoint
INSERT INTO `search_entries` select office_id, 'attachment', id, name, words, at from search_attachments;
--> statement-breakpoint
INSERT INTO `search_entries` select office_id, 'file', id, name, words, at from search_files;
--> statement-breakpoint
UPDATE `search_entries` set name = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(name,'!',' '),'"',' '),'#',' '),'$',' '),'%',' '),'&',' '),'''',' '),'(',' '),')',' '),'*',' '),'+',' '),',',' '),'-',' '),'.',' '),'/',' '),':',' '),';',' '),'<',' '),'=',' '),'>',' '),'?',' '),'@',' '),'[',' '),'\',' '),']',' '),'^',' '),'_',' '),'`',' '),'{',' '),'|',' '),'}',' '),'~',' '),char(9),' '),char(10),' '),char(13),' '),char(160),' '),char(8232),' '),char(12288),' '),'’',' '),'‘',' '),'“',' '),'”',' '),'„',' '),'–',' '),'—',' '),'…',' '),'«',' '),'»',' '),'·',' '),'•',' '),'€',' '),'£',' '),
    words = trim(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(words,'!',' '),'"',' '),'#',' '),'$',' '),'%',' '),'&',' '),'''',' '),'(',' '),')',' '),'*',' '),'+',' '),',',' '),'-',' '),'.',' '),'/',' '),':',' '),';',' '),'<',' '),'=',' '),'>',' '),'?',' '),'@',' '),'[',' '),'\',' '),']',' '),'^',' '),'_',' '),'`',' '),'{',' '),'|',' '),'}',' '),'~',' '),char(9),' '),char(10),' '),char(13),' '),char(160),' '),char(8232),' '),char(12288),' '),'’',' '),'‘',' '),'“',' '),'”',' '),'„',' '),'–',' '),'—',' '),'…',' '),'«',' '),'»',' '),'·',' '),'•',' '),'€',' '),'£',' '));
--> statement-breakpoint
UPDATE `search_entries` set words = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(words,'á','a'),'à','a'),'â','a'),'ä','a'),'ã','a'),'å','a'),'ā','a'),'ă','a'),'ą','a'),'ç','c'),'ć','c'),'č','c'),'ď','d'),'é','e'),'è','e'),'ê','e'),'ë','e'),'ē','e'),'ė','e'),'ę','e'),'ě','e'),'ğ','g'),'í','i'),'ì','i'),'î','i'),'ï','i'),'ī','i'),'į','i'),'ñ','n'),'ń','n'),'ň','n'),'ó','o'),'ò','o'),'ô','o'),'ö','o'),'õ','o'),'ō','o'),'ő','o'),'ř','r'),'ś','s'),'š','s'),'ş','s'),'ș','s'),'ť','t'),'ț','t'),'ú','u'),'ù','u'),'û','u'),'ü','u'),'ū','u'),'ů','u'),'ű','u'),'ų','u'),'ý','y'),'ÿ','y'),'ź','z'),'ż','z'),'ž','z'),'Á','a'),'À','a'),'Â','a'),'Ä','a'),'Ã','a'),'Å','a'),'Ā','a'),'Ă','a')
  WHERE words glob '*[^ -~]*';
--> statement-breakpoint
UPDATE `search_entries` set words = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(words,'Ą','a'),'Ç','c'),'Ć','c'),'Č','c'),'Ď','d'),'É','e'),'È','e'),'Ê','e'),'Ë','e'),'Ē','e'),'Ė','e'),'Ę','e'),'Ě','e'),'Ğ','g'),'Í','i'),'Ì','i'),'Î','i'),'Ï','i'),'Ī','i'),'Į','i'),'Ñ','n'),'Ń','n'),'Ň','n'),'Ó','o'),'Ò','o'),'Ô','o'),'Ö','o'),'Õ','o'),'Ō','o'),'Ő','o'),'Ř','r'),'Ś','s'),'Š','s'),'Ş','s'),'Ș','s'),'Ť','t'),'Ț','t'),'Ú','u'),'Ù','u'),'Û','u'),'Ü','u'),'Ū','u'),'Ů','u'),'Ű','u'),'Ų','u'),'Ý','y'),'Ÿ','y'),'Ź','z'),'Ż','z'),'Ž','z'),'Æ','æ'),'Ł','ł'),'Ø','ø'),'Đ','đ'),'Œ','œ'),'Þ','þ'),'Ð','ð')
  WHERE words glob '*[^ -~]*';
--> statement-breakpoint
UPDATE `messages` SET `text_key` = (select words from search_entries e where e.office_id = messages.office_id and e.record = 'message' and e.record_id = messages.id);
--> statement-breakpoint
INSERT INTO `search_index`(rowid, tokens) select entry, tokens from search_tokens;
--> statement-breakpoint
-- Whoever changes what a record is found by says so in `search_stale`. Its entry is written anew at once, or, while the
-- office stands in `search_held`, once for all its changes when it leaves: an import links a person to five addresses.
-- What was written at once keeps its old number: the full-text index takes many rows quickly only when their numbers ascend.
CREATE VIEW `search_stale` AS select office_id, record, record_id from search_marks;
--> statement-breakpoint
CREATE VIEW `search_due` AS select office_id from search_held;
--> statement-breakpoint
CREATE TRIGGER `search_mark` INSTEAD OF INSERT ON `search_stale` BEGIN
  insert into search_marks values (new.office_id, new.record, new.record_id) on conflict do nothing;
  insert into search_due select new.office_id where not exists (select 1 from search_held where office_id = new.office_id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_release` AFTER DELETE ON `search_held` BEGIN
  insert into search_due values (old.office_id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_refresh` INSTEAD OF INSERT ON `search_due` BEGIN
  delete from search_index where rowid in (select e.rowid from search_marks m cross join search_entries e on e.office_id = m.office_id and e.record = m.record and e.record_id = m.record_id
    where m.office_id = new.office_id);
  update search_entries set at = -1 where rowid in (select e.rowid from search_marks m cross join search_entries e on e.office_id = m.office_id and e.record = m.record and e.record_id = m.record_id
    where m.office_id = new.office_id);
  insert into search_entries select v.office_id, 'contact', v.id, v.name, v.words, v.at
    from search_marks m cross join search_contacts v on v.office_id = m.office_id and v.id = m.record_id
    where m.office_id = new.office_id and m.record = 'contact'
    on conflict do update set name = excluded.name, words = excluded.words, at = excluded.at;
  insert into search_entries select v.office_id, 'contact_name', v.id, v.name, v.words, v.at
    from search_marks m cross join search_contacts_names v on v.office_id = m.office_id and v.id = m.record_id
    where m.office_id = new.office_id and m.record = 'contact_name'
    on conflict do update set name = excluded.name, words = excluded.words, at = excluded.at;
  insert into search_entries select v.office_id, 'company', v.id, v.name, v.words, v.at
    from search_marks m cross join search_companies v on v.office_id = m.office_id and v.id = m.record_id
    where m.office_id = new.office_id and m.record = 'company'
    on conflict do update set name = excluded.name, words = excluded.words, at = excluded.at;
  insert into search_entries select v.office_id, 'company_name', v.id, v.name, v.words, v.at
    from search_marks m cross join search_companies_names v on v.office_id = m.office_id and v.id = m.record_id
    where m.office_id = new.office_id and m.record = 'company_name'
    on conflict do update set name = excluded.name, words = excluded.words, at = excluded.at;
  insert into search_entries select v.office_id, 'deal', v.id, v.name, v.words, v.at
    from search_marks m cross join search_deals v on v.office_id = m.office_id and v.id = m.record_id
    where m.office_id = new.office_id and m.record = 'deal'
    on conflict do update set name = excluded.name, words = excluded.words, at = excluded.at;
  insert into search_entries select v.office_id, 'task', v.id, v.name, v.words, v.at
    from search_marks m cross join search_tasks v on v.office_id = m.office_id and v.id = m.record_id
    where m.office_id = new.office_id and m.record = 'task'
    on conflict do update set name = excluded.name, words = excluded.words, at = excluded.at;
  insert into search_entries select v.office_id, 'message', v.id, v.name, v.words, v.at
    from search_marks m cross join search_messages v on v.office_id = m.office_id and v.id = m.record_id
    where m.office_id = new.office_id and m.record = 'message'
    on conflict do update set name = excluded.name, words = excluded.words, at = excluded.at;
  insert into search_entries select v.office_id, 'attachment', v.id, v.name, v.words, v.at
    from search_marks m cross join search_attachments v on v.office_id = m.office_id and v.id = m.record_id
    where m.office_id = new.office_id and m.record = 'attachment'
    on conflict do update set name = excluded.name, words = excluded.words, at = excluded.at;
  insert into search_entries select v.office_id, 'file', v.id, v.name, v.words, v.at
    from search_marks m cross join search_files v on v.office_id = m.office_id and v.id = m.record_id
    where m.office_id = new.office_id and m.record = 'file'
    on conflict do update set name = excluded.name, words = excluded.words, at = excluded.at;
  delete from search_entries where at = -1 and rowid in (select e.rowid from search_marks m cross join search_entries e on e.office_id = m.office_id and e.record = m.record and e.record_id = m.record_id
    where m.office_id = new.office_id);
  update search_entries set name = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(name,'!',' '),'"',' '),'#',' '),'$',' '),'%',' '),'&',' '),'''',' '),'(',' '),')',' '),'*',' '),'+',' '),',',' '),'-',' '),'.',' '),'/',' '),':',' '),';',' '),'<',' '),'=',' '),'>',' '),'?',' '),'@',' '),'[',' '),'\',' '),']',' '),'^',' '),'_',' '),'`',' '),'{',' '),'|',' '),'}',' '),'~',' '),char(9),' '),char(10),' '),char(13),' '),char(160),' '),char(8232),' '),char(12288),' '),'’',' '),'‘',' '),'“',' '),'”',' '),'„',' '),'–',' '),'—',' '),'…',' '),'«',' '),'»',' '),'·',' '),'•',' '),'€',' '),'£',' '),
    words = trim(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(words,'!',' '),'"',' '),'#',' '),'$',' '),'%',' '),'&',' '),'''',' '),'(',' '),')',' '),'*',' '),'+',' '),',',' '),'-',' '),'.',' '),'/',' '),':',' '),';',' '),'<',' '),'=',' '),'>',' '),'?',' '),'@',' '),'[',' '),'\',' '),']',' '),'^',' '),'_',' '),'`',' '),'{',' '),'|',' '),'}',' '),'~',' '),char(9),' '),char(10),' '),char(13),' '),char(160),' '),char(8232),' '),char(12288),' '),'’',' '),'‘',' '),'“',' '),'”',' '),'„',' '),'–',' '),'—',' '),'…',' '),'«',' '),'»',' '),'·',' '),'•',' '),'€',' '),'£',' '))
    where rowid in (select e.rowid from search_marks m cross join search_entries e on e.office_id = m.office_id and e.record = m.record and e.record_id = m.record_id
    where m.office_id = new.office_id);
  update search_entries set words = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(words,'á','a'),'à','a'),'â','a'),'ä','a'),'ã','a'),'å','a'),'ā','a'),'ă','a'),'ą','a'),'ç','c'),'ć','c'),'č','c'),'ď','d'),'é','e'),'è','e'),'ê','e'),'ë','e'),'ē','e'),'ė','e'),'ę','e'),'ě','e'),'ğ','g'),'í','i'),'ì','i'),'î','i'),'ï','i'),'ī','i'),'į','i'),'ñ','n'),'ń','n'),'ň','n'),'ó','o'),'ò','o'),'ô','o'),'ö','o'),'õ','o'),'ō','o'),'ő','o'),'ř','r'),'ś','s'),'š','s'),'ş','s'),'ș','s'),'ť','t'),'ț','t'),'ú','u'),'ù','u'),'û','u'),'ü','u'),'ū','u'),'ů','u'),'ű','u'),'ų','u'),'ý','y'),'ÿ','y'),'ź','z'),'ż','z'),'ž','z'),'Á','a'),'À','a'),'Â','a'),'Ä','a'),'Ã','a'),'Å','a'),'Ā','a'),'Ă','a')
    where words glob '*[^ -~]*' and rowid in (select e.rowid from search_marks m cross join search_entries e on e.office_id = m.office_id and e.record = m.record and e.record_id = m.record_id
    where m.office_id = new.office_id);
  update search_entries set words = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(words,'Ą','a'),'Ç','c'),'Ć','c'),'Č','c'),'Ď','d'),'É','e'),'È','e'),'Ê','e'),'Ë','e'),'Ē','e'),'Ė','e'),'Ę','e'),'Ě','e'),'Ğ','g'),'Í','i'),'Ì','i'),'Î','i'),'Ï','i'),'Ī','i'),'Į','i'),'Ñ','n'),'Ń','n'),'Ň','n'),'Ó','o'),'Ò','o'),'Ô','o'),'Ö','o'),'Õ','o'),'Ō','o'),'Ő','o'),'Ř','r'),'Ś','s'),'Š','s'),'Ş','s'),'Ș','s'),'Ť','t'),'Ț','t'),'Ú','u'),'Ù','u'),'Û','u'),'Ü','u'),'Ū','u'),'Ů','u'),'Ű','u'),'Ų','u'),'Ý','y'),'Ÿ','y'),'Ź','z'),'Ż','z'),'Ž','z'),'Æ','æ'),'Ł','ł'),'Ø','ø'),'Đ','đ'),'Œ','œ'),'Þ','þ'),'Ð','ð')
    where words glob '*[^ -~]*' and rowid in (select e.rowid from search_marks m cross join search_entries e on e.office_id = m.office_id and e.record = m.record and e.record_id = m.record_id
    where m.office_id = new.office_id);
  insert into search_index(rowid, tokens) select t.entry, t.tokens from search_tokens t where t.entry in (
    select e.rowid from search_marks m cross join search_entries e on e.office_id = m.office_id and e.record = m.record and e.record_id = m.record_id
    where m.office_id = new.office_id);
  delete from search_marks where office_id = new.office_id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_contacts_insert` AFTER INSERT ON `contacts` BEGIN
  insert into search_stale values (new.office_id, 'contact', new.id);
  insert into search_stale values (new.office_id, 'contact_name', new.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_contacts_update` AFTER UPDATE OF name_key, fields, archived_at ON `contacts` WHEN old.name_key is not new.name_key or old.fields is not new.fields or old.archived_at is not new.archived_at BEGIN
  insert into search_stale values (new.office_id, 'contact', new.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_contacts_rename` AFTER UPDATE OF name_key, archived_at ON `contacts` WHEN old.name_key is not new.name_key or old.archived_at is not new.archived_at BEGIN
  insert into search_stale values (new.office_id, 'contact_name', new.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_contacts_delete` AFTER DELETE ON `contacts` BEGIN
  insert into search_stale values (old.office_id, 'contact', old.id);
  insert into search_stale values (old.office_id, 'contact_name', old.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_companies_insert` AFTER INSERT ON `companies` BEGIN
  insert into search_stale values (new.office_id, 'company', new.id);
  insert into search_stale values (new.office_id, 'company_name', new.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_companies_update` AFTER UPDATE OF name_key, website, fields, archived_at ON `companies` WHEN old.name_key is not new.name_key or old.website is not new.website or old.fields is not new.fields or old.archived_at is not new.archived_at BEGIN
  insert into search_stale values (new.office_id, 'company', new.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_companies_rename` AFTER UPDATE OF name_key, archived_at ON `companies` WHEN old.name_key is not new.name_key or old.archived_at is not new.archived_at BEGIN
  insert into search_stale values (new.office_id, 'company_name', new.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_companies_delete` AFTER DELETE ON `companies` BEGIN
  insert into search_stale values (old.office_id, 'company', old.id);
  insert into search_stale values (old.office_id, 'company_name', old.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_deals_insert` AFTER INSERT ON `deals` BEGIN
  insert into search_stale values (new.office_id, 'deal', new.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_deals_update` AFTER UPDATE OF title_key, fields, archived_at ON `deals` WHEN old.title_key is not new.title_key or old.fields is not new.fields or old.archived_at is not new.archived_at BEGIN
  insert into search_stale values (new.office_id, 'deal', new.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_deals_delete` AFTER DELETE ON `deals` BEGIN
  insert into search_stale values (old.office_id, 'deal', old.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_tasks_insert` AFTER INSERT ON `tasks` BEGIN
  insert into search_stale values (new.office_id, 'task', new.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_tasks_update` AFTER UPDATE OF title_key, fields, archived_at ON `tasks` WHEN old.title_key is not new.title_key or old.fields is not new.fields or old.archived_at is not new.archived_at BEGIN
  insert into search_stale values (new.office_id, 'task', new.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_tasks_delete` AFTER DELETE ON `tasks` BEGIN
  insert into search_stale values (old.office_id, 'task', old.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_messages_insert` AFTER INSERT ON `messages` BEGIN
  insert into search_stale values (new.office_id, 'message', new.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_messages_update` AFTER UPDATE OF text_key ON `messages` WHEN old.text_key is not new.text_key BEGIN
  insert into search_stale values (new.office_id, 'message', new.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_messages_delete` AFTER DELETE ON `messages` BEGIN
  insert into search_stale values (old.office_id, 'message', old.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_attachments_insert` AFTER INSERT ON `attachments` BEGIN
  insert into search_stale values (new.office_id, 'attachment', new.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_attachments_update` AFTER UPDATE OF name ON `attachments` WHEN old.name is not new.name BEGIN
  insert into search_stale values (new.office_id, 'attachment', new.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_attachments_delete` AFTER DELETE ON `attachments` BEGIN
  insert into search_stale values (old.office_id, 'attachment', old.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_files_insert` AFTER INSERT ON `files` BEGIN
  insert into search_stale values (new.office_id, 'file', new.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_files_update` AFTER UPDATE OF name_key, archived_at ON `files` WHEN old.name_key is not new.name_key or old.archived_at is not new.archived_at BEGIN
  insert into search_stale values (new.office_id, 'file', new.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_files_delete` AFTER DELETE ON `files` BEGIN
  insert into search_stale values (old.office_id, 'file', old.id);
END;
--> statement-breakpoint
-- What hangs on a record concerns it only while it has an entry, which one in the trash has not.
CREATE TRIGGER `search_contact_addresses_insert` AFTER INSERT ON `contact_addresses` BEGIN
  insert into search_stale select office_id, record, record_id from search_entries where office_id = new.office_id and record = 'contact' and record_id = new.contact_id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_contact_addresses_update` AFTER UPDATE OF contact_id, address_id ON `contact_addresses` BEGIN
  insert into search_stale select office_id, record, record_id from search_entries where office_id = new.office_id and record = 'contact' and record_id in (old.contact_id, new.contact_id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_contact_addresses_delete` AFTER DELETE ON `contact_addresses` BEGIN
  insert into search_stale select office_id, record, record_id from search_entries where office_id = old.office_id and record = 'contact' and record_id = old.contact_id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_company_addresses_insert` AFTER INSERT ON `company_addresses` BEGIN
  insert into search_stale select office_id, record, record_id from search_entries where office_id = new.office_id and record = 'company' and record_id = new.company_id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_company_addresses_update` AFTER UPDATE OF company_id, address_id ON `company_addresses` BEGIN
  insert into search_stale select office_id, record, record_id from search_entries where office_id = new.office_id and record = 'company' and record_id in (old.company_id, new.company_id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_company_addresses_delete` AFTER DELETE ON `company_addresses` BEGIN
  insert into search_stale select office_id, record, record_id from search_entries where office_id = old.office_id and record = 'company' and record_id = old.company_id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_contact_companies_insert` AFTER INSERT ON `contact_companies` BEGIN
  insert into search_stale select office_id, record, record_id from search_entries where office_id = new.office_id and record = 'contact' and record_id = new.contact_id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_contact_companies_update` AFTER UPDATE OF contact_id, company_id ON `contact_companies` BEGIN
  insert into search_stale select office_id, record, record_id from search_entries where office_id = new.office_id and record = 'contact' and record_id in (old.contact_id, new.contact_id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_contact_companies_delete` AFTER DELETE ON `contact_companies` BEGIN
  insert into search_stale select office_id, record, record_id from search_entries where office_id = old.office_id and record = 'contact' and record_id = old.contact_id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_taggings_insert` AFTER INSERT ON `taggings` WHEN new.record = 'contact' BEGIN
  insert into search_stale select office_id, record, record_id from search_entries where office_id = new.office_id and record = 'contact' and record_id = new.record_id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_taggings_delete` AFTER DELETE ON `taggings` WHEN old.record = 'contact' BEGIN
  insert into search_stale select office_id, record, record_id from search_entries where office_id = old.office_id and record = 'contact' and record_id = old.record_id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_addresses_update` AFTER UPDATE OF kind, value ON `addresses` WHEN old.kind is not new.kind or old.value is not new.value BEGIN
  insert into search_stale select office_id, record, record_id from search_entries where office_id = new.office_id and record = 'contact' and record_id in (select contact_id from contact_addresses where office_id = new.office_id and address_id = new.id);
  insert into search_stale select office_id, record, record_id from search_entries where office_id = new.office_id and record = 'company' and record_id in (select company_id from company_addresses where office_id = new.office_id and address_id = new.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_companies_people` AFTER UPDATE OF name_key, archived_at ON `companies` WHEN old.name_key is not new.name_key or old.archived_at is not new.archived_at BEGIN
  insert into search_stale select office_id, record, record_id from search_entries where office_id = new.office_id and record = 'contact' and record_id in (select contact_id from contact_companies where office_id = new.office_id and company_id = new.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_tags_update` AFTER UPDATE OF name_key ON `tags` WHEN old.name_key is not new.name_key BEGIN
  insert into search_stale select office_id, record, record_id from search_entries where office_id = new.office_id and record = 'contact' and record_id in (select record_id from taggings where office_id = new.office_id and tag_id = new.id and record = 'contact');
END;
--> statement-breakpoint
CREATE TRIGGER `search_custom_fields_insert` AFTER INSERT ON `custom_fields` BEGIN
  insert into search_stale select office_id, 'contact', id from contacts where new.record = 'contact' and office_id = new.office_id and archived_at is null
    and exists (select 1 from json_each(fields) v where v.key = new.id);
  insert into search_stale select office_id, 'company', id from companies where new.record = 'company' and office_id = new.office_id and archived_at is null
    and exists (select 1 from json_each(fields) v where v.key = new.id);
  insert into search_stale select office_id, 'deal', id from deals where new.record = 'deal' and office_id = new.office_id and archived_at is null
    and exists (select 1 from json_each(fields) v where v.key = new.id);
  insert into search_stale select office_id, 'task', id from tasks where new.record = 'task' and office_id = new.office_id and archived_at is null
    and exists (select 1 from json_each(fields) v where v.key = new.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_custom_fields_update` AFTER UPDATE OF kind, options, archived_at ON `custom_fields` WHEN old.kind is not new.kind or old.options is not new.options or old.archived_at is not new.archived_at BEGIN
  insert into search_stale select office_id, 'contact', id from contacts where new.record = 'contact' and office_id = new.office_id and archived_at is null
    and exists (select 1 from json_each(fields) v where v.key = new.id);
  insert into search_stale select office_id, 'company', id from companies where new.record = 'company' and office_id = new.office_id and archived_at is null
    and exists (select 1 from json_each(fields) v where v.key = new.id);
  insert into search_stale select office_id, 'deal', id from deals where new.record = 'deal' and office_id = new.office_id and archived_at is null
    and exists (select 1 from json_each(fields) v where v.key = new.id);
  insert into search_stale select office_id, 'task', id from tasks where new.record = 'task' and office_id = new.office_id and archived_at is null
    and exists (select 1 from json_each(fields) v where v.key = new.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_custom_fields_delete` AFTER DELETE ON `custom_fields` BEGIN
  insert into search_stale select office_id, 'contact', id from contacts where old.record = 'contact' and office_id = old.office_id and archived_at is null
    and exists (select 1 from json_each(fields) v where v.key = old.id);
  insert into search_stale select office_id, 'company', id from companies where old.record = 'company' and office_id = old.office_id and archived_at is null
    and exists (select 1 from json_each(fields) v where v.key = old.id);
  insert into search_stale select office_id, 'deal', id from deals where old.record = 'deal' and office_id = old.office_id and archived_at is null
    and exists (select 1 from json_each(fields) v where v.key = old.id);
  insert into search_stale select office_id, 'task', id from tasks where old.record = 'task' and office_id = old.office_id and archived_at is null
    and exists (select 1 from json_each(fields) v where v.key = old.id);
END;
