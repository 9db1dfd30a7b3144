CREATE TABLE "appointments" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"service" text,
	"contact_id" text,
	"conversation_id" text,
	"status" text NOT NULL,
	"wanted_on" text,
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	"source" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "appointments_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "feedback" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"suggestion_id" text NOT NULL,
	"decision" text NOT NULL,
	"proposed" jsonb NOT NULL,
	"decided" jsonb NOT NULL,
	"intent" text NOT NULL,
	"confidence" double precision NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "feedback_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "intakes" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"message_id" text NOT NULL,
	"intent" text NOT NULL,
	"confidence" double precision NOT NULL,
	"language" text NOT NULL,
	"summary" jsonb NOT NULL,
	"entities" jsonb NOT NULL,
	"flags" jsonb NOT NULL,
	"reader" text NOT NULL,
	"fell_back" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "intakes_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "model_calls" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"message_id" text NOT NULL,
	"model" text NOT NULL,
	"outcome" text NOT NULL,
	"input_tokens" bigint NOT NULL,
	"cached_tokens" bigint NOT NULL,
	"output_tokens" bigint NOT NULL,
	"cost_micros" bigint NOT NULL,
	"request_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "model_calls_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "suggestions" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"intake_id" text NOT NULL,
	"message_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"kind" text NOT NULL,
	"action" jsonb NOT NULL,
	"evidence" jsonb NOT NULL,
	"confidence" double precision NOT NULL,
	"status" text NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"effects" jsonb NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "suggestions_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "activities" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"contact_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"entity_id" text NOT NULL,
	"title" text NOT NULL,
	"by" jsonb NOT NULL,
	CONSTRAINT "activities_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "addresses" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"as_typed" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "addresses_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "contact_addresses" (
	"office_id" text NOT NULL,
	"contact_id" text NOT NULL,
	"address_id" text NOT NULL,
	"is_default" boolean DEFAULT true NOT NULL,
	CONSTRAINT "contact_addresses_office_id_contact_id_address_id_pk" PRIMARY KEY("office_id","contact_id","address_id")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"household_id" text,
	"source" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "contacts_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "households" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "households_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "deals" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"contact_id" text,
	"conversation_id" text,
	"stage_id" text NOT NULL,
	"amount_minor" bigint,
	"currency" text NOT NULL,
	"expected_on" text,
	"source" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "deals_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "pipelines" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"position" bigint NOT NULL,
	CONSTRAINT "pipelines_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "stages" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"pipeline_id" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"position" bigint NOT NULL,
	CONSTRAINT "stages_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"message_id" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"bytes" bigint NOT NULL,
	"file_key" text NOT NULL,
	"content_id" text,
	"position" bigint NOT NULL,
	CONSTRAINT "attachments_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "burnt_tokens" (
	"office_id" text NOT NULL,
	"source" text NOT NULL,
	"token" text NOT NULL,
	"content_hash" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "burnt_tokens_office_id_source_token_pk" PRIMARY KEY("office_id","source","token")
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"contact_id" text,
	"subject" text NOT NULL,
	"subject_key" text NOT NULL,
	"intent" text,
	"status" text DEFAULT 'open' NOT NULL,
	"preview" text NOT NULL,
	"last_from" text NOT NULL,
	"last_message_at" timestamp (3) with time zone NOT NULL,
	"unread" boolean DEFAULT true NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "conversations_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "inbound" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"source" text NOT NULL,
	"source_key" text NOT NULL,
	"raw_key" text NOT NULL,
	"raw_bytes" bigint NOT NULL,
	"envelope_from" text NOT NULL,
	"envelope_to" text NOT NULL,
	"status" text NOT NULL,
	"message_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "inbound_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"contact_id" text,
	"direction" text NOT NULL,
	"state" text NOT NULL,
	"message_key" text NOT NULL,
	"internet_message_id" text,
	"reference_ids" jsonb NOT NULL,
	"from_address" jsonb NOT NULL,
	"to_addresses" jsonb NOT NULL,
	"cc_addresses" jsonb NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"text_is_whole" boolean DEFAULT true NOT NULL,
	"ranges" jsonb NOT NULL,
	"raw_key" text,
	"html_key" text,
	"blocked_images" bigint DEFAULT 0 NOT NULL,
	"is_bulk" boolean DEFAULT false NOT NULL,
	"notes" jsonb NOT NULL,
	"author_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "messages_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "thread_keys" (
	"office_id" text NOT NULL,
	"key" text NOT NULL,
	"conversation_id" text NOT NULL,
	CONSTRAINT "thread_keys_office_id_key_pk" PRIMARY KEY("office_id","key")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"job" jsonb NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"attempts" bigint DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"last_error" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "outbox_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "inbound_addresses" (
	"key" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"label" text NOT NULL,
	"secret_version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"invited_by" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "invitations_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "members" (
	"office_id" text NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "members_office_id_user_id_pk" PRIMARY KEY("office_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "offices" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"country" text NOT NULL,
	"currency" text NOT NULL,
	"settings" jsonb NOT NULL,
	"shard" bigint DEFAULT 0 NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sent_locally" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text,
	"to_address" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"account_id" text NOT NULL,
	"password" text,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"key" text NOT NULL,
	"window_starts_at" timestamp (3) with time zone NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "attempts_key_window_starts_at_pk" PRIMARY KEY("key","window_starts_at")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"office_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"due_on" text,
	"done_at" timestamp (3) with time zone,
	"contact_id" text,
	"conversation_id" text,
	"assignee_id" text,
	"source" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "tasks_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_office_id_contact_id_contacts_office_id_id_fk" FOREIGN KEY ("office_id","contact_id") REFERENCES "public"."contacts"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_office_id_conversation_id_conversations_office_id_id_fk" FOREIGN KEY ("office_id","conversation_id") REFERENCES "public"."conversations"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_office_id_suggestion_id_suggestions_office_id_id_fk" FOREIGN KEY ("office_id","suggestion_id") REFERENCES "public"."suggestions"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intakes" ADD CONSTRAINT "intakes_office_id_message_id_messages_office_id_id_fk" FOREIGN KEY ("office_id","message_id") REFERENCES "public"."messages"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_calls" ADD CONSTRAINT "model_calls_office_id_message_id_messages_office_id_id_fk" FOREIGN KEY ("office_id","message_id") REFERENCES "public"."messages"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_office_id_intake_id_intakes_office_id_id_fk" FOREIGN KEY ("office_id","intake_id") REFERENCES "public"."intakes"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_office_id_message_id_messages_office_id_id_fk" FOREIGN KEY ("office_id","message_id") REFERENCES "public"."messages"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_office_id_conversation_id_conversations_office_id_id_fk" FOREIGN KEY ("office_id","conversation_id") REFERENCES "public"."conversations"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_office_id_contact_id_contacts_office_id_id_fk" FOREIGN KEY ("office_id","contact_id") REFERENCES "public"."contacts"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_addresses" ADD CONSTRAINT "contact_addresses_office_id_contact_id_contacts_office_id_id_fk" FOREIGN KEY ("office_id","contact_id") REFERENCES "public"."contacts"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_addresses" ADD CONSTRAINT "contact_addresses_office_id_address_id_addresses_office_id_id_fk" FOREIGN KEY ("office_id","address_id") REFERENCES "public"."addresses"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_office_id_household_id_households_office_id_id_fk" FOREIGN KEY ("office_id","household_id") REFERENCES "public"."households"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_office_id_contact_id_contacts_office_id_id_fk" FOREIGN KEY ("office_id","contact_id") REFERENCES "public"."contacts"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_office_id_conversation_id_conversations_office_id_id_fk" FOREIGN KEY ("office_id","conversation_id") REFERENCES "public"."conversations"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_office_id_stage_id_stages_office_id_id_fk" FOREIGN KEY ("office_id","stage_id") REFERENCES "public"."stages"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stages" ADD CONSTRAINT "stages_office_id_pipeline_id_pipelines_office_id_id_fk" FOREIGN KEY ("office_id","pipeline_id") REFERENCES "public"."pipelines"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_office_id_message_id_messages_office_id_id_fk" FOREIGN KEY ("office_id","message_id") REFERENCES "public"."messages"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_office_id_contact_id_contacts_office_id_id_fk" FOREIGN KEY ("office_id","contact_id") REFERENCES "public"."contacts"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_office_id_conversation_id_conversations_office_id_id_fk" FOREIGN KEY ("office_id","conversation_id") REFERENCES "public"."conversations"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_office_id_contact_id_contacts_office_id_id_fk" FOREIGN KEY ("office_id","contact_id") REFERENCES "public"."contacts"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_keys" ADD CONSTRAINT "thread_keys_office_id_conversation_id_conversations_office_id_id_fk" FOREIGN KEY ("office_id","conversation_id") REFERENCES "public"."conversations"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_addresses" ADD CONSTRAINT "inbound_addresses_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_office_id_contact_id_contacts_office_id_id_fk" FOREIGN KEY ("office_id","contact_id") REFERENCES "public"."contacts"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_office_id_conversation_id_conversations_office_id_id_fk" FOREIGN KEY ("office_id","conversation_id") REFERENCES "public"."conversations"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appointments_start" ON "appointments" USING btree ("office_id","starts_at","id");--> statement-breakpoint
CREATE INDEX "appointments_contact" ON "appointments" USING btree ("office_id","contact_id","starts_at");--> statement-breakpoint
CREATE INDEX "feedback_suggestion" ON "feedback" USING btree ("office_id","suggestion_id");--> statement-breakpoint
CREATE UNIQUE INDEX "intakes_message" ON "intakes" USING btree ("office_id","message_id");--> statement-breakpoint
CREATE INDEX "model_calls_month" ON "model_calls" USING btree ("office_id","created_at");--> statement-breakpoint
CREATE INDEX "suggestions_list" ON "suggestions" USING btree ("office_id","status","created_at","id");--> statement-breakpoint
CREATE INDEX "suggestions_conversation" ON "suggestions" USING btree ("office_id","conversation_id","status");--> statement-breakpoint
CREATE INDEX "activities_contact" ON "activities" USING btree ("office_id","contact_id","at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "addresses_value" ON "addresses" USING btree ("office_id","kind","value");--> statement-breakpoint
CREATE INDEX "contact_addresses_address" ON "contact_addresses" USING btree ("office_id","address_id");--> statement-breakpoint
CREATE INDEX "contacts_name" ON "contacts" USING btree ("office_id","name_key","id");--> statement-breakpoint
CREATE INDEX "contacts_household" ON "contacts" USING btree ("office_id","household_id");--> statement-breakpoint
CREATE INDEX "deals_stage" ON "deals" USING btree ("office_id","stage_id","created_at","id");--> statement-breakpoint
CREATE INDEX "deals_contact" ON "deals" USING btree ("office_id","contact_id");--> statement-breakpoint
CREATE INDEX "stages_pipeline" ON "stages" USING btree ("office_id","pipeline_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "attachments_position" ON "attachments" USING btree ("office_id","message_id","position");--> statement-breakpoint
CREATE INDEX "burnt_tokens_expiry" ON "burnt_tokens" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "conversations_list" ON "conversations" USING btree ("office_id","status","last_message_at","id");--> statement-breakpoint
CREATE INDEX "conversations_contact" ON "conversations" USING btree ("office_id","contact_id","last_message_at");--> statement-breakpoint
CREATE UNIQUE INDEX "inbound_source" ON "inbound" USING btree ("office_id","source","source_key");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_key" ON "messages" USING btree ("office_id","message_key");--> statement-breakpoint
CREATE INDEX "messages_conversation" ON "messages" USING btree ("office_id","conversation_id","at","id");--> statement-breakpoint
CREATE INDEX "thread_keys_conversation" ON "thread_keys" USING btree ("office_id","conversation_id");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("status","due_at");--> statement-breakpoint
CREATE INDEX "outbox_office" ON "outbox" USING btree ("office_id","status","created_at");--> statement-breakpoint
CREATE INDEX "inbound_addresses_office" ON "inbound_addresses" USING btree ("office_id");--> statement-breakpoint
CREATE INDEX "invitations_email" ON "invitations" USING btree ("email");--> statement-breakpoint
CREATE INDEX "members_user" ON "members" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "offices_slug" ON "offices" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "sent_locally_office" ON "sent_locally" USING btree ("office_id","sent_at");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_provider" ON "accounts" USING btree ("provider_id","account_id");--> statement-breakpoint
CREATE INDEX "accounts_user" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token" ON "sessions" USING btree ("token");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "verifications_identifier" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "tasks_list" ON "tasks" USING btree ("office_id","done_at","due_on","id");--> statement-breakpoint
CREATE INDEX "tasks_contact" ON "tasks" USING btree ("office_id","contact_id");