CREATE TABLE `calendar_feeds` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`whose` text NOT NULL,
	`who_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`privacy` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_token` ON `calendar_feeds` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_who` ON `calendar_feeds` (`office_id`,`whose`,`who_id`);--> statement-breakpoint
CREATE TABLE `calendar_imports` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`user_id` text NOT NULL,
	`file_name` text NOT NULL,
	`file_key` text NOT NULL,
	`state` text NOT NULL,
	`kind` text DEFAULT 'block' NOT NULL,
	`outcome` text,
	`done` integer DEFAULT 0 NOT NULL,
	`made` text DEFAULT '[]' NOT NULL,
	`left` integer DEFAULT 0 NOT NULL,
	`problem` text,
	`author_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `calendar_imports_list` ON `calendar_imports` (`office_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `calendar_sources` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`url` text NOT NULL,
	`is_tentative_busy` integer NOT NULL,
	`etag` text,
	`last_modified` text,
	`read_at` integer,
	`busy_times` integer DEFAULT 0 NOT NULL,
	`followed_at` integer,
	`not_taken` integer DEFAULT 0 NOT NULL,
	`problem` text,
	`failures` integer DEFAULT 0 NOT NULL,
	`next_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `calendar_sources_due` ON `calendar_sources` (`next_at`);