CREATE TABLE "office_words" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"one" text NOT NULL,
	"many" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	CONSTRAINT "office_words_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "trades" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"part" text NOT NULL,
	"preset" text NOT NULL,
	"made" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "trades_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "task_templates" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"days_after" bigint,
	"priority" text NOT NULL,
	"checklist" jsonb NOT NULL,
	"position" bigint NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "task_templates_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "trades_part" ON "trades" USING btree ("office_id","part");--> statement-breakpoint
CREATE INDEX "task_templates_position" ON "task_templates" USING btree ("office_id","position");