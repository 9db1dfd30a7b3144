CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_office` ON `audit` (`office_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_user` ON `audit` (`user_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`);--> statement-breakpoint
CREATE TABLE `email_proofs` (
	`user_id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`token_hash` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `email_proofs_token` ON `email_proofs` (`token_hash`);