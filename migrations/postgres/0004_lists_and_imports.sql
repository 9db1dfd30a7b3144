CREATE TABLE "import_mappings" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"used_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "import_mappings_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"format" text NOT NULL,
	"state" text NOT NULL,
	"file_name" text NOT NULL,
	"file_key" text NOT NULL,
	"bytes" bigint NOT NULL,
	"mapping" jsonb,
	"counts" jsonb NOT NULL,
	"next_byte" bigint DEFAULT 0 NOT NULL,
	"next_row" bigint DEFAULT 0 NOT NULL,
	"problem" text,
	"author_id" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "imports_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"record" text NOT NULL,
	"record_id" text NOT NULL,
	"title" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	CONSTRAINT "notices_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "views" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"record" text NOT NULL,
	"name" text NOT NULL,
	"owner_id" text,
	"view" jsonb NOT NULL,
	"position" bigint NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "views_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE INDEX "imports_list" ON "imports" USING btree ("office_id","created_at","id");--> statement-breakpoint
CREATE INDEX "notices_user" ON "notices" USING btree ("office_id","user_id","created_at","id");--> statement-breakpoint
CREATE INDEX "views_record" ON "views" USING btree ("office_id","record","position");