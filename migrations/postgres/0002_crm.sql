CREATE TABLE "act_rows" (
	"office_id" text NOT NULL,
	"act_id" text NOT NULL,
	"position" bigint NOT NULL,
	"table_name" text NOT NULL,
	"row_key" jsonb NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"outcome" text,
	CONSTRAINT "act_rows_office_id_act_id_position_pk" PRIMARY KEY("office_id","act_id","position")
);
--> statement-breakpoint
CREATE TABLE "acts" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"title" text NOT NULL,
	"record" text,
	"record_id" text,
	"by" jsonb NOT NULL,
	"rows" bigint DEFAULT 0 NOT NULL,
	"kept" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "acts_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "companies" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"website" text,
	"tax_id" text,
	"owner_id" text,
	"fields" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"source" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "companies_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "company_addresses" (
	"office_id" text NOT NULL,
	"company_id" text NOT NULL,
	"address_id" text NOT NULL,
	"label" text,
	CONSTRAINT "company_addresses_office_id_company_id_address_id_pk" PRIMARY KEY("office_id","company_id","address_id")
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"contact_id" text NOT NULL,
	"channel" text NOT NULL,
	"is_given" boolean NOT NULL,
	"evidence" text NOT NULL,
	"by" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "consents_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "contact_companies" (
	"office_id" text NOT NULL,
	"contact_id" text NOT NULL,
	"company_id" text NOT NULL,
	"role" text,
	"has_ended" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "contact_companies_office_id_contact_id_company_id_pk" PRIMARY KEY("office_id","contact_id","company_id")
);
--> statement-breakpoint
CREATE TABLE "different_people" (
	"office_id" text NOT NULL,
	"one_id" text NOT NULL,
	"other_id" text NOT NULL,
	"by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "different_people_office_id_one_id_other_id_pk" PRIMARY KEY("office_id","one_id","other_id")
);
--> statement-breakpoint
CREATE TABLE "relation_kinds" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"reverse_name" text NOT NULL,
	"position" bigint NOT NULL,
	CONSTRAINT "relation_kinds_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "relations" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"kind_id" text NOT NULL,
	"from_id" text NOT NULL,
	"to_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "relations_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "deal_moves" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"deal_id" text NOT NULL,
	"from_stage_id" text,
	"to_stage_id" text NOT NULL,
	"by" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "deal_moves_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "lost_reasons" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"label" text NOT NULL,
	"position" bigint NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "lost_reasons_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "custom_fields" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"record" text NOT NULL,
	"label" text NOT NULL,
	"kind" text NOT NULL,
	"options" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"position" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "custom_fields_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"record" text NOT NULL,
	"record_id" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"type" text NOT NULL,
	"bytes" bigint NOT NULL,
	"file_key" text NOT NULL,
	"author_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "files_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "note_links" (
	"office_id" text NOT NULL,
	"note_id" text NOT NULL,
	"record" text NOT NULL,
	"record_id" text NOT NULL,
	CONSTRAINT "note_links_office_id_note_id_record_record_id_pk" PRIMARY KEY("office_id","note_id","record","record_id")
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"text" text NOT NULL,
	"text_key" text NOT NULL,
	"author_id" text NOT NULL,
	"mentions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"is_pinned" boolean DEFAULT false NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "notes_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "taggings" (
	"office_id" text NOT NULL,
	"tag_id" text NOT NULL,
	"record" text NOT NULL,
	"record_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "taggings_office_id_record_record_id_tag_id_pk" PRIMARY KEY("office_id","record","record_id","tag_id")
);
--> statement-breakpoint
CREATE TABLE "tags" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"color" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "tags_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "email_proofs" (
	"user_id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task_links" (
	"office_id" text NOT NULL,
	"task_id" text NOT NULL,
	"record" text NOT NULL,
	"record_id" text NOT NULL,
	CONSTRAINT "task_links_office_id_task_id_record_record_id_pk" PRIMARY KEY("office_id","task_id","record","record_id")
);
--> statement-breakpoint
DROP INDEX "deals_stage";--> statement-breakpoint
ALTER TABLE "activities" ALTER COLUMN "contact_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "company_id" text;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "changes" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "addresses" ADD COLUMN "parts" jsonb;--> statement-breakpoint
ALTER TABLE "contact_addresses" ADD COLUMN "label" text;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "birthday" text;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "owner_id" text;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "fields" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "last_contact_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "merged_into_id" text;--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "title_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "company_id" text;--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "stage_since" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "deals" SET "stage_since" = "created_at";--> statement-breakpoint
ALTER TABLE "deals" ALTER COLUMN "stage_since" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "rank" text;--> statement-breakpoint
UPDATE "deals" SET "rank" = replace("id", '-', '');--> statement-breakpoint
ALTER TABLE "deals" ALTER COLUMN "rank" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "owner_id" text;--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "lost_reason_id" text;--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "fields" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "pipelines" ADD COLUMN "archived_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "stages" ADD COLUMN "probability" bigint DEFAULT 50 NOT NULL;--> statement-breakpoint
ALTER TABLE "stages" ADD COLUMN "rotting_days" bigint;--> statement-breakpoint
ALTER TABLE "stages" ADD COLUMN "archived_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "reply_to" jsonb;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "time_zone" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "title_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "priority" text DEFAULT 'normal' NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "is_waiting" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "snoozed_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "repeat" jsonb;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "series_id" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "checklist" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "remind_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "reminded_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "fields" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "act_rows" ADD CONSTRAINT "act_rows_office_id_act_id_acts_office_id_id_fk" FOREIGN KEY ("office_id","act_id") REFERENCES "public"."acts"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_addresses" ADD CONSTRAINT "company_addresses_office_id_company_id_companies_office_id_id_fk" FOREIGN KEY ("office_id","company_id") REFERENCES "public"."companies"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_addresses" ADD CONSTRAINT "company_addresses_office_id_address_id_addresses_office_id_id_fk" FOREIGN KEY ("office_id","address_id") REFERENCES "public"."addresses"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_office_id_contact_id_contacts_office_id_id_fk" FOREIGN KEY ("office_id","contact_id") REFERENCES "public"."contacts"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_companies" ADD CONSTRAINT "contact_companies_office_id_contact_id_contacts_office_id_id_fk" FOREIGN KEY ("office_id","contact_id") REFERENCES "public"."contacts"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_companies" ADD CONSTRAINT "contact_companies_office_id_company_id_companies_office_id_id_fk" FOREIGN KEY ("office_id","company_id") REFERENCES "public"."companies"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "different_people" ADD CONSTRAINT "different_people_office_id_one_id_contacts_office_id_id_fk" FOREIGN KEY ("office_id","one_id") REFERENCES "public"."contacts"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "different_people" ADD CONSTRAINT "different_people_office_id_other_id_contacts_office_id_id_fk" FOREIGN KEY ("office_id","other_id") REFERENCES "public"."contacts"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relations" ADD CONSTRAINT "relations_office_id_kind_id_relation_kinds_office_id_id_fk" FOREIGN KEY ("office_id","kind_id") REFERENCES "public"."relation_kinds"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relations" ADD CONSTRAINT "relations_office_id_from_id_contacts_office_id_id_fk" FOREIGN KEY ("office_id","from_id") REFERENCES "public"."contacts"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relations" ADD CONSTRAINT "relations_office_id_to_id_contacts_office_id_id_fk" FOREIGN KEY ("office_id","to_id") REFERENCES "public"."contacts"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_moves" ADD CONSTRAINT "deal_moves_office_id_deal_id_deals_office_id_id_fk" FOREIGN KEY ("office_id","deal_id") REFERENCES "public"."deals"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_links" ADD CONSTRAINT "note_links_office_id_note_id_notes_office_id_id_fk" FOREIGN KEY ("office_id","note_id") REFERENCES "public"."notes"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taggings" ADD CONSTRAINT "taggings_office_id_tag_id_tags_office_id_id_fk" FOREIGN KEY ("office_id","tag_id") REFERENCES "public"."tags"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_proofs" ADD CONSTRAINT "email_proofs_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_links" ADD CONSTRAINT "task_links_office_id_task_id_tasks_office_id_id_fk" FOREIGN KEY ("office_id","task_id") REFERENCES "public"."tasks"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "acts_list" ON "acts" USING btree ("office_id","kind","state","created_at","id");--> statement-breakpoint
CREATE INDEX "acts_expiry" ON "acts" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "audit_office" ON "audit" USING btree ("office_id","at");--> statement-breakpoint
CREATE INDEX "audit_user" ON "audit" USING btree ("user_id","at");--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at");--> statement-breakpoint
CREATE INDEX "companies_name" ON "companies" USING btree ("office_id","name_key","id");--> statement-breakpoint
CREATE INDEX "company_addresses_address" ON "company_addresses" USING btree ("office_id","address_id");--> statement-breakpoint
CREATE INDEX "consents_contact" ON "consents" USING btree ("office_id","contact_id","channel","at");--> statement-breakpoint
CREATE INDEX "contact_companies_company" ON "contact_companies" USING btree ("office_id","company_id");--> statement-breakpoint
CREATE UNIQUE INDEX "relations_once" ON "relations" USING btree ("office_id","from_id","to_id","kind_id");--> statement-breakpoint
CREATE INDEX "relations_to" ON "relations" USING btree ("office_id","to_id");--> statement-breakpoint
CREATE INDEX "deal_moves_deal" ON "deal_moves" USING btree ("office_id","deal_id","at","id");--> statement-breakpoint
CREATE INDEX "custom_fields_record" ON "custom_fields" USING btree ("office_id","record","position");--> statement-breakpoint
CREATE INDEX "files_record" ON "files" USING btree ("office_id","record","record_id");--> statement-breakpoint
CREATE INDEX "note_links_record" ON "note_links" USING btree ("office_id","record","record_id");--> statement-breakpoint
CREATE INDEX "taggings_tag" ON "taggings" USING btree ("office_id","tag_id","record","record_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tags_name" ON "tags" USING btree ("office_id","name_key");--> statement-breakpoint
CREATE UNIQUE INDEX "email_proofs_token" ON "email_proofs" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "task_links_record" ON "task_links" USING btree ("office_id","record","record_id");--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_office_id_company_id_companies_office_id_id_fk" FOREIGN KEY ("office_id","company_id") REFERENCES "public"."companies"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_office_id_company_id_companies_office_id_id_fk" FOREIGN KEY ("office_id","company_id") REFERENCES "public"."companies"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_office_id_lost_reason_id_lost_reasons_office_id_id_fk" FOREIGN KEY ("office_id","lost_reason_id") REFERENCES "public"."lost_reasons"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activities_company" ON "activities" USING btree ("office_id","company_id","at","id");--> statement-breakpoint
CREATE INDEX "activities_entity" ON "activities" USING btree ("office_id","entity_id","at","id");--> statement-breakpoint
CREATE INDEX "contacts_created" ON "contacts" USING btree ("office_id","created_at","id");--> statement-breakpoint
CREATE INDEX "contacts_last_contact" ON "contacts" USING btree ("office_id","last_contact_at","id");--> statement-breakpoint
CREATE INDEX "deals_created" ON "deals" USING btree ("office_id","created_at","id");--> statement-breakpoint
CREATE INDEX "deals_company" ON "deals" USING btree ("office_id","company_id");--> statement-breakpoint
CREATE INDEX "deals_conversation" ON "deals" USING btree ("office_id","conversation_id");--> statement-breakpoint
CREATE INDEX "tasks_conversation" ON "tasks" USING btree ("office_id","conversation_id");--> statement-breakpoint
CREATE INDEX "tasks_reminder" ON "tasks" USING btree ("remind_at");--> statement-breakpoint
CREATE INDEX "deals_stage" ON "deals" USING btree ("office_id","stage_id","rank","id");