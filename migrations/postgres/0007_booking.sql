CREATE TABLE "appointment_claims" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"owner_id" text NOT NULL,
	"resource_id" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"is_live" boolean NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "appointment_claims_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "date_hours" (
	"office_id" text NOT NULL,
	"who" text NOT NULL,
	"date" text NOT NULL,
	"windows" jsonb NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	CONSTRAINT "date_hours_office_id_who_date_pk" PRIMARY KEY("office_id","who","date")
);
--> statement-breakpoint
CREATE TABLE "staff_hours" (
	"office_id" text NOT NULL,
	"who" text NOT NULL,
	"time_zone" text,
	"windows" jsonb NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	CONSTRAINT "staff_hours_office_id_who_pk" PRIMARY KEY("office_id","who")
);
--> statement-breakpoint
CREATE TABLE "time_off" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"who" text NOT NULL,
	"from_on" text NOT NULL,
	"to_on" text NOT NULL,
	"title" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "time_off_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "resources" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"position" bigint NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "resources_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "service_staff" (
	"office_id" text NOT NULL,
	"service_id" text NOT NULL,
	"user_id" text NOT NULL,
	CONSTRAINT "service_staff_office_id_service_id_user_id_pk" PRIMARY KEY("office_id","service_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "services" (
	"office_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"length_minutes" bigint NOT NULL,
	"every_minutes" bigint NOT NULL,
	"buffer_before_minutes" bigint DEFAULT 0 NOT NULL,
	"buffer_after_minutes" bigint DEFAULT 0 NOT NULL,
	"notice_minutes" bigint DEFAULT 0 NOT NULL,
	"horizon_days" bigint NOT NULL,
	"most_per_day" bigint,
	"most_per_week" bigint,
	"colour" text NOT NULL,
	"price_minor" bigint,
	"needs" text NOT NULL,
	"resources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"seats" bigint DEFAULT 1 NOT NULL,
	"is_public" boolean NOT NULL,
	"needs_approval" boolean NOT NULL,
	"cut_off_minutes" bigint NOT NULL,
	"questions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"position" bigint NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "services_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "kind" text DEFAULT 'appointment' NOT NULL;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "service_id" text;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "staff_ids" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "resource_ids" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "session_id" text;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "buffer_before_minutes" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "buffer_after_minutes" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "answers" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "guest" jsonb;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "cancelled_by" text;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "cancel_reason" text;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "cancelled_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "is_late_cancel" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "desk_version" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "service_staff" ADD CONSTRAINT "service_staff_office_id_service_id_services_office_id_id_fk" FOREIGN KEY ("office_id","service_id") REFERENCES "public"."services"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appointment_claims_owner" ON "appointment_claims" USING btree ("office_id","owner_id");--> statement-breakpoint
CREATE INDEX "appointment_claims_time" ON "appointment_claims" USING btree ("office_id","starts_at");--> statement-breakpoint
CREATE INDEX "time_off_days" ON "time_off" USING btree ("office_id","to_on");--> statement-breakpoint
CREATE INDEX "resources_list" ON "resources" USING btree ("office_id","kind","position");--> statement-breakpoint
CREATE INDEX "services_list" ON "services" USING btree ("office_id","position","id");--> statement-breakpoint
CREATE INDEX "appointments_service" ON "appointments" USING btree ("office_id","service_id","starts_at");--> statement-breakpoint
-- By hand: drizzle cannot say it. No two live claims on one person, room or seat share an instant. Deferred, because one
-- transaction may write its rows in any order. The desk decides and this only guards its copy, so that a server without
-- the extension is warned of and works without the guard.
DO $$
BEGIN
	CREATE EXTENSION IF NOT EXISTS btree_gist;
	ALTER TABLE "appointment_claims" ADD CONSTRAINT "appointment_claims_never_overlap" EXCLUDE USING gist ("office_id" WITH =, "resource_id" WITH =, tstzrange("starts_at", "ends_at", '[)') WITH &&) WHERE ("is_live") DEFERRABLE INITIALLY DEFERRED;
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
	RAISE WARNING 'The extension btree_gist cannot be had here: appointment_claims has no exclusion constraint.';
END $$;
