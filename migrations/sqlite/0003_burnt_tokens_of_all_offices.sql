PRAGMA defer_foreign_keys=ON;--> statement-breakpoint
CREATE TABLE `__new_burnt_tokens` (
	`source` text NOT NULL,
	`token` text NOT NULL,
	`content_hash` text NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`source`, `token`)
);
--> statement-breakpoint
INSERT OR IGNORE INTO `__new_burnt_tokens`("source", "token", "content_hash", "expires_at") SELECT "source", "token", "content_hash", "expires_at" FROM `burnt_tokens`;--> statement-breakpoint
DROP TABLE `burnt_tokens`;--> statement-breakpoint
ALTER TABLE `__new_burnt_tokens` RENAME TO `burnt_tokens`;--> statement-breakpoint
PRAGMA defer_foreign_keys=OFF;--> statement-breakpoint
CREATE INDEX `burnt_tokens_expiry` ON `burnt_tokens` (`expires_at`);