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
CREATE UNIQUE INDEX "calendar_feeds_token" ON "calendar_feeds" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_who" ON "calendar_feeds" USING btree ("office_id","whose","who_id");--> statement-breakpoint
CREATE INDEX "calendar_imports_list" ON "calendar_imports" USING btree ("office_id","created_at","id");--> statement-breakpoint
CREATE INDEX "calendar_sources_due" ON "calendar_sources" USING btree ("next_at");