ALTER TABLE "burnt_tokens" DROP CONSTRAINT "burnt_tokens_office_id_source_token_pk";--> statement-breakpoint
DELETE FROM "burnt_tokens" a USING "burnt_tokens" b WHERE a.ctid > b.ctid AND a."source" = b."source" AND a."token" = b."token";--> statement-breakpoint
ALTER TABLE "burnt_tokens" ADD CONSTRAINT "burnt_tokens_source_token_pk" PRIMARY KEY("source","token");--> statement-breakpoint
ALTER TABLE "burnt_tokens" DROP COLUMN "office_id";