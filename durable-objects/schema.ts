/**
 * The object's own tables, one step a version. A step that has shipped is never edited: objects that took it would not
 * take it again.
 */
const STEPS = [
  `create table events (
     seq integer primary key,
     topic text not null,
     ids text not null,
     by_member text
   );
   create table claims (
     id text primary key,
     appointment_id text not null,
     resource_id text not null,
     starts_at integer not null,
     ends_at integer not null,
     status text not null check (status in ('held', 'booked', 'released')),
     expires_at integer,
     version integer not null,
     check (ends_at > starts_at),
     check ((status = 'held') = (expires_at is not null))
   );
   create index claims_appointment on claims (appointment_id);
   create index claims_live on claims (resource_id, starts_at) where status <> 'released';
   create index claims_expiry on claims (expires_at) where expires_at is not null;
   create table answers (
     key text primary key,
     input_hash text not null,
     answer text not null,
     answered_at integer not null
   );
   create index answers_age on answers (answered_at);`,
  `create trigger claims_never_overlap before insert on claims when new.status <> 'released'
   begin
     select raise(abort, 'claims overlap') where exists (
       select 1 from (
         select ends_at from claims
         where resource_id = new.resource_id and starts_at < new.ends_at and status <> 'released' and id <> new.id
         order by starts_at desc limit 1
       ) where ends_at > new.starts_at
     );
   end;
   create table appointments (
     id text primary key,
     service_id text,
     session_id text,
     starts_at integer not null,
     ends_at integer not null,
     status text not null,
     version integer not null,
     entry text not null,
     before text
   );
   create index appointments_time on appointments (starts_at);
   create table classes (
     id text primary key,
     service_id text not null,
     starts_at integer not null,
     ends_at integer not null,
     staff_ids text not null,
     resource_ids text not null
   );
   create index classes_time on classes (service_id, starts_at);
   create table replies (
     key text primary key,
     input_hash text not null,
     answer text not null,
     answered_at integer not null
   );
   create index replies_age on replies (answered_at);
   create table outbox (
     seq integer primary key autoincrement,
     projected text not null
   );
   create table kept (name text primary key, at integer not null, content text not null);`,
  `create table outside_calendars (
     id text primary key,
     staff_id text not null,
     generation integer not null,
     read_at integer
   );
   create index outside_calendars_staff on outside_calendars (staff_id);
   create table outside_busy (
     calendar_id text not null,
     starts_at integer not null,
     ends_at integer not null,
     since integer not null,
     primary key (calendar_id, starts_at, ends_at)
   ) without rowid;`,
]

/** Brings the tables to the newest version. One that is newer already, after a deploy was taken back, is left alone. */
export function bringUpToDate(storage: DurableObjectStorage): void {
  storage.transactionSync(() => {
    storage.sql.exec('create table if not exists schema_version (version integer not null)')
    const { version } = storage.sql
      .exec<{ version: number }>('select coalesce(max(version), 0) as version from schema_version')
      .one()
    for (const [i, step] of STEPS.entries()) {
      if (i < version) continue
      storage.sql.exec(step)
      storage.sql.exec('insert into schema_version (version) values (?)', i + 1)
    }
  })
}
