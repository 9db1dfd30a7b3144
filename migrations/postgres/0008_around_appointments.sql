CREATE TABLE "calendar_feeds" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"whose" text NOT NULL,
	"who_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"privacy" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "calendar_feeds_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "calendar_imports" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"user_id" text NOT NULL,
	"file_name" text NOT NULL,
	"file_key" text NOT NULL,
	"state" text NOT NULL,
	"kind" text DEFAULT 'block' NOT NULL,
	"outcome" jsonb,
	"done" bigint DEFAULT 0 NOT NULL,
	"made" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"left" bigint DEFAULT 0 NOT NULL,
	"problem" text,
	"author_id" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "calendar_imports_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "calendar_sources" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"is_tentative_busy" boolean NOT NULL,
	"etag" text,
	"last_modified" text,
	"read_at" timestamp (3) with time zone,
	"busy_times" bigint DEFAULT 0 NOT NULL,
	"followed_at" timestamp (3) with time zone,
	"not_taken" bigint DEFAULT 0 NOT NULL,
	"problem" text,
	"failures" bigint DEFAULT 0 NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "calendar_sources_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "customer_messages" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"appointment_id" text NOT NULL,
	"step_key" text NOT NULL,
	"event" text NOT NULL,
	"channel" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"why" text,
	"sending" bigint DEFAULT 1 NOT NULL,
	"to_address" text,
	"subject" text,
	"text" text,
	"sent_at" timestamp (3) with time zone,
	"agreed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "customer_messages_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "message_settings" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"quiet_from_minute" bigint NOT NULL,
	"quiet_until_minute" bigint NOT NULL,
	"place" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "message_settings_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "message_steps" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"key" text NOT NULL,
	"service_id" text,
	"event" text NOT NULL,
	"is_on" boolean NOT NULL,
	"way" text NOT NULL,
	"amount" bigint NOT NULL,
	"unit" text NOT NULL,
	"subject" text NOT NULL,
	"mail_text" text NOT NULL,
	"sms_text" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "message_steps_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "text_numbers" (
	"phone" text PRIMARY KEY NOT NULL,
	"last_office_id" text,
	"last_message_id" text,
	"stopped_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "sent_locally" ADD COLUMN "channel" text DEFAULT 'email' NOT NULL;--> statement-breakpoint
ALTER TABLE "sent_locally" ADD COLUMN "attachments" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_token" ON "calendar_feeds" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_who" ON "calendar_feeds" USING btree ("office_id","whose","who_id");--> statement-breakpoint
CREATE INDEX "calendar_imports_list" ON "calendar_imports" USING btree ("office_id","created_at","id");--> statement-breakpoint
CREATE INDEX "calendar_sources_due" ON "calendar_sources" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "customer_messages_appointment" ON "customer_messages" USING btree ("office_id","appointment_id","due_at");--> statement-breakpoint
CREATE INDEX "customer_messages_due" ON "customer_messages" USING btree ("state","due_at");